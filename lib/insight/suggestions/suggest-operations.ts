import { asReport } from "@/lib/core/as-report";
import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { scopeOf, type Scope } from "@/lib/core/permissions";

import { failingConnectors, type Failing } from "./compare-connectors";
import {
  countTaken,
  quietHours,
  type QuietHours,
  soldOutHours,
  type SoldOutHours,
  weeksAround,
} from "./judge-weeks";
import { makeClocks } from "./read-clocks";
import { daysAgo, reliabilityDays } from "./rules";
import type { Operations, SuggestOperations } from "./schema";
import { findBusiest, findOffered, findTaken } from "./store/operations";

/** Of one station so many quiet windows are told; of several, one of each of the busiest. */
const windowsOfOne = 3;
const mostTold = 5;

/**
 * What an office would best do about its 50 busiest stations, or about one (operations.md §7): when work would hit
 * fewest, which hours sell out week by week, which connectors fail more often than their station. Each with the
 * numbers that it follows from, and nothing where there is nothing to say. Three statements; changes nothing.
 * Throws `station.not_found` for a station out of reach, and `report.busy`.
 */
export async function suggestOperations(
  ctx: Context,
  { stationId }: SuggestOperations,
): Promise<Operations> {
  const scope = scopeOf(ctx, "suggestion.plan");
  return asReport(ctx, async (ctx) => {
    const stations = await judgeStations(ctx, scope, stationId);
    const all = <T extends object>(of: (one: Judged) => readonly T[]) =>
      stations.flatMap((one) => of(one).map((told) => ({ station: one.station, ...told })));
    return {
      version: 1,
      quietWindows: all(({ quiet }) => quiet)
        .slice(0, mostTold)
        .map(viewWindow),
      soldOut: all(({ soldOut }) => soldOut)
        .toSorted((one, other) => other.weeks - one.weeks)
        .slice(0, mostTold),
      failingConnectors: all(({ failing }) => failing)
        .slice(0, mostTold)
        .map(viewFailing),
    };
  });
}

/** Everything that there is to say of a station. */
interface Judged {
  readonly station: Named;
  readonly quiet: readonly QuietHours[];
  readonly soldOut: readonly SoldOutHours[];
  readonly failing: readonly Failing[];
}

/** The scope's busiest stations, or one. Throws `station.not_found`. */
async function judgeStations(
  ctx: Context,
  scope: Scope,
  stationId: string | undefined,
): Promise<Judged[]> {
  const now = ctx.clock.now();
  const { past, ahead } = weeksAround(now);
  const failedSince = daysAgo(now, reliabilityDays);
  const wanted = { stationId, now, busySince: past.from, failedSince };
  const found = await findBusiest(ctx, scope, wanted);
  if (stationId !== undefined && found.length === 0) throw fail("station.not_found");
  const busy = found.filter(({ bookings }) => bookings > 0).map(({ id }) => id);
  const offered = await findOffered(ctx, busy, { from: past.from, to: ahead.to });
  const taken = await findTaken(ctx, busy, past);
  const offeredAt = Map.groupBy(offered, (slot) => slot.stationId);
  const takenAt = Map.groupBy(taken, (booking) => booking.stationId);
  const readClock = makeClocks();
  return found.map(({ id, name, timeZone, connectors }) => {
    const slots = offeredAt.get(id) ?? [];
    const before = slots.filter(({ endsAt }) => endsAt <= now);
    const counted = countTaken(before, takenAt.get(id) ?? []);
    const coming = slots
      .filter(({ startsAt }) => startsAt > now)
      .map((slot) => ({ ...slot, taken: slot.reserved }));
    return {
      station: { id, name, timeZone },
      quiet: quietHours(counted, coming, timeZone, readClock, stationId ? windowsOfOne : 1),
      soldOut: soldOutHours(counted, timeZone, readClock),
      failing: failingConnectors(connectors ?? []),
    };
  });
}

type Named = Operations["soldOut"][number]["station"];

const viewWindow = ({ startsAt, endsAt, ...numbers }: QuietHours & { station: Named }) => ({
  ...numbers,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});

const viewFailing = ({ id, ended, stationEnded, ...numbers }: Failing & { station: Named }) => ({
  ...numbers,
  connectorId: id,
  sessions: ended,
  stationSessions: stationEnded,
});
