import { addDays, calendarDay, type CalendarDay } from "@/lib/core/calendar";
import { inTransaction, type Context } from "@/lib/core/context";
import { dayMs, hourMs } from "@/lib/core/durations";
import { scopeOf } from "@/lib/core/permissions";
import { presentZone } from "@/lib/core/zone-names";

import { dayStartsOf } from "./store/plan";
import {
  claimRolling,
  findFirst,
  findRolled,
  forgetRolled,
  keepCoverage,
  rollDays as rollDaysOf,
  takeStale,
  type Rolled,
} from "./store/roll";

/** Days of one transaction, and how long after its end a day is added up: no request lasts as long. */
const most = 200;
const restMs = 2 * hourMs;
/** Slots are kept for 400 days; what they offered on older days stays as it was added up. */
const slotDays = 399;

/**
 * Adds up the days of every business that are over, and those again in which something has changed since
 * (docs/decisions/reports-are-added-up.md). Reports are right without it, and slow.
 */
export async function rollDays(ctx: Context): Promise<{ days: number }> {
  scopeOf(ctx, "report.roll");
  let days = 0;
  const failures: unknown[] = [];
  for (const business of await findRolled(ctx)) {
    if (presentZone(business.timeZone) === null) continue;
    const isCovered = business.coveredZone === business.timeZone && business.until !== null;
    if (isCovered && !business.stale && business.until >= endOf(ctx, business.timeZone)) continue;
    try {
      days += await rollBusiness(ctx, business.businessId);
    } catch (error) {
      // One that cannot be added up does not keep the others from it.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return { days };
}

async function rollBusiness(ctx: Context, businessId: string): Promise<number> {
  let days = 0;
  for (let more = true; more;) {
    const done = await inTransaction(ctx, (ctx) => rollSome(ctx, businessId));
    days += done.days;
    ({ more } = done);
  }
  return days;
}

/** The first day that is not over for long enough, also where this process's clock is ahead. */
function endOf(ctx: Context, timeZone: string): CalendarDay {
  const now = Math.min(ctx.clock.now().getTime(), ctx.clock.real().getTime());
  return calendarDay(new Date(now - restMs), timeZone);
}

async function rollSome(
  ctx: Context,
  businessId: string,
): Promise<{ days: number; more: boolean }> {
  if (!(await claimRolling(ctx, businessId))) return { days: 0, more: false };
  // As it is now that it is ours.
  const business = (await findRolled(ctx)).find((one) => one.businessId === businessId);
  if (!business) return { days: 0, more: false };
  const { timeZone } = business;
  const marks = await takeStale(ctx, businessId);
  const until = await beginningOf(ctx, business);
  const end = endOf(ctx, timeZone);
  const changed = new Set(
    marks.map((at) => calendarDay(at, timeZone)).filter((day) => day < until),
  );
  let next = until;
  const days = [...changed];
  for (; next < end && days.length < most; next = addDays(next, 1)) days.push(next);
  const startOf = dayStartsOf();
  const parts = days.map((day) => ({
    businessId,
    day,
    from: startOf(timeZone, day),
    to: startOf(timeZone, addDays(day, 1)),
  }));
  const slotsSince = calendarDay(new Date(ctx.clock.now().getTime() - slotDays * dayMs), timeZone);
  await rollDaysOf(ctx, businessId, parts, slotsSince);
  await keepCoverage(ctx, business, next);
  return { days: days.length, more: next < end };
}

/** Where to go on: behind what is added up, or with the first day of all, where nothing is or the zone has changed. */
async function beginningOf(ctx: Context, business: Rolled): Promise<CalendarDay> {
  const { businessId, timeZone, until, coveredZone } = business;
  if (until !== null && coveredZone === timeZone) return until;
  await forgetRolled(ctx, businessId);
  const first = await findFirst(ctx, businessId);
  const end = endOf(ctx, timeZone);
  if (first === null) return end;
  const day = calendarDay(first, timeZone);
  return day < end ? day : end;
}
