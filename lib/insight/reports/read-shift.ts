import { findExceptions } from "@/lib/charging/queue/inside";
import { asReport } from "@/lib/core/as-report";
import { calendarDay } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { moneyView } from "@/lib/core/money";
import { asHolder, authorize, scopeOf, type Scope } from "@/lib/core/permissions";
import { startOfDay } from "@/lib/core/time-zones";
import { findSignIn } from "@/lib/people/accounts/inside";
import { getStation } from "@/lib/sites/stations/inside";

import type { ReadShift, ShiftReport } from "./schema";
import { findTimeZone } from "./store/figures";
import {
  countNoShows,
  countShift,
  findDue,
  findShiftStations,
  sessionsAt,
  sumTakings,
  type TimeRange,
} from "./store/takings";
import { byOperator, viewTaken, viewTotals } from "./view-takings";

/** So many sessions that are still due are named. */
const mostDue = 100;

/**
 * What happened at one station of the caller's, or at all of them, in a time: to hand on to whoever comes next (issue
 * of the operator's phone). Sessions count where they ended, the cash of an act without network too. An operator's are
 * few rows and quick; those of others are a report, and throw `report.busy`. Throws `station.not_found`.
 */
export async function readShift(ctx: Context, query: ReadShift): Promise<ShiftReport> {
  const scope = scopeOf(ctx, "shift.read");
  const { stationId } = query;
  if (stationId !== undefined) {
    const { businessId } = await getStation(ctx, stationId);
    authorize(ctx, "shift.read", { businessId, stationId }, "station.not_found");
  }
  if (scope.reach === "station") return sumShift(ctx, scope, query);
  return asReport(ctx, (ctx) => sumShift(ctx, scope, query));
}

async function sumShift(
  ctx: Context,
  scope: Scope,
  { stationId, ...asked }: ReadShift,
): Promise<ShiftReport> {
  const { userId } = asHolder(ctx, "shift.read").actor;
  const range = await chooseTime(ctx, scope, asked);
  const at = sessionsAt(scope, stationId);
  const stations = await findShiftStations(ctx, scope, stationId);
  const counts = await countShift(ctx, at, range, userId);
  const noShows = await countNoShows(ctx, scope, stationId, range);
  const takings = await sumTakings(ctx, at, range);
  const due = await findDue(ctx, at, range, mostDue);
  const exceptions = await findExceptions(
    ctx,
    stations.map(({ id }) => id),
  );
  return {
    from: range.from.toISOString(),
    to: range.to.toISOString(),
    stations,
    checkedIn: { sessions: counts.checkedIn, own: counts.checkedInOwn },
    finalized: {
      sessions: counts.finalized,
      own: counts.finalizedOwn,
      energyKwh: counts.energyWh / 1_000,
    },
    aborted: counts.aborted,
    noShows,
    takings: viewTakings(takings, userId),
    totals: viewTotals(takings),
    stillDue: due.map((session) => viewDue(session, range.to)),
    left: {
      charging: counts.charging,
      exceptions: exceptions.items,
      exceptionCount: exceptions.total,
    },
  };
}

/** What each operator took in each way, the asker's own first. */
function viewTakings(
  takings: Awaited<ReturnType<typeof sumTakings>>,
  userId: string,
): ShiftReport["takings"] {
  const isOwn = ({ operatorId }: { readonly operatorId: string | null }) => operatorId === userId;
  const inOrder = takings.toSorted(
    (one, other) =>
      Number(isOwn(other)) - Number(isOwn(one)) ||
      byOperator(one, other) ||
      (one.mode ?? "~").localeCompare(other.mode ?? "~"),
  );
  return inOrder.map(({ operatorId, operator, mode, ...taken }) => ({
    operatorId,
    operator,
    own: isOwn({ operatorId }),
    mode,
    ...viewTaken(taken),
  }));
}

/** A session of which something is still due. */
function viewDue(
  {
    currency,
    totalMinor,
    receivedMinor,
    dueMinor,
    endedAt,
    ...session
  }: Awaited<ReturnType<typeof findDue>>[number],
  to: Date,
): ShiftReport["stillDue"][number] {
  return {
    ...session,
    endedAt: (endedAt ?? to).toISOString(),
    total: moneyView(totalMinor, currency),
    received: moneyView(receivedMinor, currency),
    due: moneyView(dueMinor, currency),
  };
}

/**
 * The time asked for, until now where no end is. Without a beginning it is an operator's since they signed in, and
 * others' since the day began: the business's, or UTC's for the platform. It never begins after its end.
 */
async function chooseTime(
  ctx: Context,
  scope: Scope,
  { from, to = ctx.clock.now() }: Pick<ReadShift, "from" | "to">,
): Promise<TimeRange> {
  if (from) return { from: earlier(from, to), to };
  const { actor } = asHolder(ctx, "shift.read");
  const signedIn = scope.reach === "station" ? await findSignIn(ctx, actor.userId) : null;
  if (signedIn) return { from: earlier(signedIn, to), to };
  const zone =
    actor.businessId === null ? "UTC" : ((await findTimeZone(ctx, actor.businessId)) ?? "UTC");
  return { from: startOfDay(calendarDay(to, zone), zone), to };
}

const earlier = (one: Date, other: Date) => (one < other ? one : other);
