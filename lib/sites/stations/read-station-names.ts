import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { findStationNames } from "./store/stations";

/** The names of those of these stations that the actor runs or works at, by id; others are left out. One query. */
export async function readStationNames(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const scope = scopeOf(ctx, "schedule.read");
  if (ids.length === 0) return new Map();
  const found = await findStationNames(ctx, scope, ids);
  return new Map(found.map(({ id, name }) => [id, name]));
}
