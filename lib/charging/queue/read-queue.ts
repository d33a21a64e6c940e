import { findActiveSessions, findArrivals, rankConnectors } from "@/lib/charging/sessions/inside";
import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { asHolder, inScope, scopeOf } from "@/lib/core/permissions";

import { findExceptions } from "./find-exceptions";
import { longestList } from "./rules";
import type { QueueView, ReadQueue } from "./schema";
import { countActive, findConnectors, findQueued, lists } from "./store/queue";
import { viewApproval, viewArrival, viewCharging } from "./view";

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
  const queued = (list: Parameters<typeof findQueued>[2]) =>
    findQueued(ctx, ids, list, longestList);
  const [approvals, arrivals, charging, active, places] = await Promise.all([
    queued(lists.approvals()),
    queued(lists.arrivals(now)),
    findActiveSessions(ctx, ids, longestList),
    countActive(ctx, ids),
    findConnectors(ctx, ids),
  ]);
  const exceptions = await findExceptions(ctx, ids, charging);
  const placesAt = Map.groupBy(places, (place) => place.stationId);
  const cars = charging.map((row) => ({
    ...row,
    id: row.bookingId,
    startsAt: row.bookedFrom,
    endsAt: row.bookedUntil,
  }));
  const arrivalOf = await findArrivals(ctx, [...arrivals.items, ...cars], placesAt);
  const rank = (booking: Parameters<typeof arrivalOf>[0]) =>
    rankConnectors(placesAt.get(booking.stationId) ?? [], arrivalOf(booking));
  return {
    serverTime: now.toISOString(),
    approvals: approvals.items.map((booking) => viewApproval(ctx, booking)),
    arrivals: arrivals.items.flatMap((booking) => viewArrival(ctx, booking, rank(booking))),
    inProgress: charging.map((row, index) => {
      const car = cars[index];
      return viewCharging(ctx, row, car ? rank(car) : []);
    }),
    exceptions: exceptions.items,
    counts: {
      approvals: approvals.total,
      arrivals: arrivals.total,
      inProgress: active,
      exceptions: exceptions.total,
    },
  };
}
