import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { inScope, type Scope } from "@/lib/core/permissions";
import { getStation } from "@/lib/sites/stations/inside";

import { lastDays, type DayRange } from "./rules";
import type { ReadStarts } from "./schema";
import { findTimeZone } from "./store/figures";

/** The range that a report is asked for, and whose days they are: null where each business has its own. */
export interface Chosen extends DayRange {
  readonly timeZone: string | null;
  readonly stationId: string | undefined;
}

/**
 * Settles what a report covers: the days asked for or the last `count`, at all stations of the scope or at one.
 * Throws `station.not_found` for a station out of reach.
 */
export async function chooseDays(
  ctx: Context,
  scope: Scope,
  { from, to, stationId }: ReadStarts,
  count: number,
): Promise<Chosen> {
  const businessId = await businessOf(ctx, scope, stationId);
  const timeZone = businessId === null ? null : await findTimeZone(ctx, businessId);
  const last = lastDays(ctx.clock.now(), timeZone ?? "UTC", count);
  return { from: from ?? last.from, to: to ?? last.to, timeZone, stationId };
}

async function businessOf(
  ctx: Context,
  scope: Scope,
  stationId: string | undefined,
): Promise<string | null> {
  if (stationId === undefined) return scope.reach === "business" ? scope.businessId : null;
  const { businessId } = await getStation(ctx, stationId);
  if (!inScope(scope, { businessId, stationId })) throw fail("station.not_found");
  return businessId;
}
