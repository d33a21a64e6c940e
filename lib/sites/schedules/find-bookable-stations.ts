import type { Context } from "@/lib/core/context";

import { findBookableStationIds } from "./store/plans";

/** The ids of the next `limit` stations after `after` that a business runs, in id order. */
export async function findBookableStations(
  ctx: Context,
  after: string | null,
  limit: number,
): Promise<string[]> {
  return findBookableStationIds(ctx, after, limit);
}

/** All of them, in batches; for jobs that walk them. */
export async function* stationBatches(ctx: Context, size: number): AsyncGenerator<string[]> {
  let after: string | null = null;
  for (;;) {
    const ids = await findBookableStations(ctx, after, size);
    const last = ids.at(-1);
    if (last === undefined) return;
    yield ids;
    after = last;
  }
}
