import { findActiveSessions } from "@/lib/charging/sessions/inside";
import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { asHolder, inScope, scopeOf } from "@/lib/core/permissions";
import { findLoweredCapacity } from "@/lib/sites/schedules/inside";

import { arrivalsAheadMs, longestList, proposeConnector } from "./rules";
import type { QueueView, ReadQueue } from "./schema";
import {
  countActive,
  findConnectors,
  findQueued,
  findStations,
  lists,
  type CodedBooking,
} from "./store/queue";
import { findOpenRefusals } from "./store/refusals";
import {
  viewApproval,
  viewArrival,
  viewCharging,
  viewLowered,
  viewOpenRefusal,
  viewOverstay,
  viewTroubles,
} from "./view";

/**
 * What waits at one of the caller's stations, or at all of them: four lists, what is due next first, of today by the
 * station's own clock and of whatever is still open (product.md, Screens, Operator; api.md, operator/queue). A dozen
 * statements, however much there is. Throws `station.not_found`.
 */
export async function readQueue(ctx: Context, { stationId }: ReadQueue): Promise<QueueView> {
  const scope = scopeOf(ctx, "queue.read");
  const { actor } = asHolder(ctx, "queue.read");
  if (stationId !== undefined && !inScope(scope, { stationId })) throw fail("station.not_found");
  const ids = stationId === undefined ? actor.stationIds : [stationId];
  const now = ctx.clock.now();
  const until = new Date(now.getTime() + arrivalsAheadMs);
  const stations = await findStations(ctx, ids);
  const zones = stations.map(({ timeZone }) => timeZone);
  const queued = (list: Parameters<typeof findQueued>[2]) =>
    findQueued(ctx, ids, list, longestList);
  const [approvals, arrivals, troubled, charging, active, places, lowered, refused] =
    await Promise.all([
      queued(lists.approvals()),
      queued(lists.arrivals(now, until)),
      queued(lists.troubled(now, zones)),
      findActiveSessions(ctx, ids, longestList),
      countActive(ctx, ids),
      findConnectors(ctx, ids),
      findLoweredCapacity(ctx, ids),
      findOpenRefusals(ctx, ids, longestList),
    ]);
  const exceptions = [
    ...troubled.items.flatMap((booking) => viewTroubles(ctx, booking)),
    ...charging.flatMap((row) => viewOverstay(ctx, row)),
    ...lowered.flatMap((one) =>
      stations.filter(({ id }) => id === one.stationId).map((station) => viewLowered(station, one)),
    ),
    ...refused.map((row) => viewOpenRefusal(ctx, row)),
  ].toSorted((one, other) => one.since.localeCompare(other.since));
  const placesAt = Map.groupBy(places, (place) => place.stationId);
  const propose = ({ stationId: id, wishedConnectorId }: CodedBooking) =>
    proposeConnector(placesAt.get(id) ?? [], wishedConnectorId);
  return {
    serverTime: now.toISOString(),
    approvals: approvals.items.map((booking) => viewApproval(ctx, booking)),
    arrivals: arrivals.items.flatMap((booking) => viewArrival(ctx, booking, propose(booking))),
    inProgress: charging.map((row) => viewCharging(ctx, row)),
    exceptions,
    counts: {
      approvals: approvals.total,
      arrivals: arrivals.total,
      inProgress: active,
      exceptions: exceptions.length + troubled.total - troubled.items.length,
    },
  };
}
