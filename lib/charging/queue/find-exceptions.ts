import type { SessionRow } from "@/lib/charging/sessions/inside";
import { findActiveSessions } from "@/lib/charging/sessions/inside";
import type { Context } from "@/lib/core/context";
import { findLoweredCapacity } from "@/lib/sites/schedules/inside";

import { longestList } from "./rules";
import type { QueuedException } from "./schema";
import { findQueued, findStations, lists } from "./store/queue";
import { findOpenRefusals } from "./store/refusals";
import { viewLowered, viewOpenRefusal, viewOverstay, viewTroubles } from "./view";

/**
 * What went otherwise than planned at the stations and is still open, the oldest first, and how many there are: a list
 * that is cut goes on in its count. Whoever knows the cars that charge there hands them in. For other rooms too.
 */
export async function findExceptions(
  ctx: Context,
  stationIds: readonly string[],
  known?: readonly SessionRow[],
): Promise<{ readonly items: QueuedException[]; readonly total: number }> {
  const stations = await findStations(ctx, stationIds);
  const zones = stations.map(({ timeZone }) => timeZone);
  const [troubled, charging, lowered, refused] = await Promise.all([
    findQueued(ctx, stationIds, lists.troubled(ctx.clock.now(), zones), longestList),
    known ?? findActiveSessions(ctx, stationIds, longestList),
    findLoweredCapacity(ctx, stationIds),
    findOpenRefusals(ctx, stationIds, longestList),
  ]);
  const items = [
    ...troubled.items.flatMap((booking) => viewTroubles(ctx, booking)),
    ...charging.flatMap((row) => viewOverstay(ctx, row)),
    ...lowered.flatMap((one) =>
      stations.filter(({ id }) => id === one.stationId).map((station) => viewLowered(station, one)),
    ),
    ...refused.items.map((row) => viewOpenRefusal(ctx, row)),
  ].toSorted((one, other) => one.since.localeCompare(other.since));
  const cut = [troubled, refused].map((list) => list.total - list.items.length);
  return { items, total: cut.reduce((sum, more) => sum + more, items.length) };
}
