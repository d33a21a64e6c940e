import { and, gte, lt, sql, type SQL, type SQLWrapper } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

import { addDays, calendarDay, type CalendarDay } from "./calendar";
import type { Context } from "./context";
import { startOfDay } from "./time-zones";
import { presentZone } from "./zone-names";

// On which local day an instant falls is told by one engine, Node's (docs/decisions/time-zones.md): the database's zone
// data may be of another release. Statements are given instants by zone, and never a zone's name to reckon with.

/** Zone → an instant; for the zones that the rows of a statement can have. */
export type InstantByZone = ReadonlyMap<string, Date>;

/** The zones that a table's rows name in this column, which has an index; each is looked up, the rows are not read. */
export async function zonesOf(ctx: Context, zone: AnyPgColumn): Promise<string[]> {
  const rows = await ctx.db.execute<{ zone: string }>(sql`
    with recursive named(zone) as (
      select min(${zone}) from ${zone.table}
      union all
      select (select min(${zone}) from ${zone.table} where ${zone} > named.zone)
      from named where named.zone is not null
    ) select zone from named where zone is not null`);
  return rows.map((row) => row.zone).filter((name) => presentZone(name) !== null);
}

/** The first instant of the day in each zone. */
export function dayStarts(day: CalendarDay, zones: readonly string[]): InstantByZone {
  return new Map(zones.map((zone) => [zone, startOfDay(day, zone)]));
}

/** The instants that begin and end, in each zone, the day that it has now. */
export function todays(
  now: Date,
  zones: readonly string[],
): { readonly begins: InstantByZone; readonly ends: InstantByZone } {
  const starts = (after: number) =>
    new Map(
      zones.map(
        (zone) => [zone, startOfDay(addDays(calendarDay(now, zone), after), zone)] as const,
      ),
    );
  return { begins: starts(0), ends: starts(1) };
}

/** A row's own instant of these, by the zone that it names; null for a zone that is not among them. */
export function instantIn(instants: InstantByZone, zone: SQLWrapper): SQL {
  const seconds = Object.fromEntries(
    [...instants].map(([name, at]) => [name, at.getTime() / 1000]),
  );
  return sql`to_timestamp((${JSON.stringify(seconds)}::jsonb ->> ${zone})::float8)`;
}

/** Rows at or after their zone's instant. The earliest of all is what an index can answer. */
export function atOrAfter(at: AnyPgColumn, instants: InstantByZone, zone: SQLWrapper) {
  if (instants.size === 0) return sql`false`;
  return and(
    gte(at, new Date(Math.min(...times(instants)))),
    sql`${at} >= ${instantIn(instants, zone)}`,
  );
}

/** Rows before their zone's instant. The latest of all is what an index can answer. */
export function before(at: AnyPgColumn, instants: InstantByZone, zone: SQLWrapper) {
  if (instants.size === 0) return sql`false`;
  return and(
    lt(at, new Date(Math.max(...times(instants)))),
    sql`${at} < ${instantIn(instants, zone)}`,
  );
}

const times = (instants: InstantByZone) => [...instants.values()].map((at) => at.getTime());

/**
 * The quarter of an hour in which an instant lies, as Unix seconds: no zone's clock has been off UTC by anything
 * but quarters since 2000, so all of one quarter has one local day and hour, which `calendarDay` and `localTime` tell.
 */
export const quarterHour = (at: SQLWrapper): SQL<number> =>
  sql`extract(epoch from date_bin('15 minutes', ${at}, timestamptz 'epoch'))::float8`.mapWith(
    Number,
  );
