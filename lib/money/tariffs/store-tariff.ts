import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import type { Authorized } from "@/lib/core/permissions";

import { findTariff } from "./find-tariff";
import type { Tariff } from "./rules";
import { insertTariff } from "./store";

/**
 * Makes a tariff the station's present one; the old ones stay as they were agreed. The same again writes
 * nothing. Returns the tariff before, null for none. The caller records it.
 */
export async function storeTariff(
  ctx: Context,
  { stationId }: Authorized<{ readonly stationId: string }>,
  tariff: Tariff,
): Promise<{ before: Tariff | null; changed: boolean }> {
  const before = await findTariff(ctx, stationId);
  if (before && isSame(before, tariff)) return { before, changed: false };
  await insertTariff(ctx, { ...tariff, id: newId(), stationId, createdAt: ctx.clock.now() });
  return { before, changed: true };
}

function isSame(a: Tariff, b: Tariff): boolean {
  return (Object.keys(a) as (keyof Tariff)[]).every((name) => a[name] === b[name]);
}
