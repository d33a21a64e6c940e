import { and, asc, eq, gt, inArray, isNotNull, sql, type SQL } from "drizzle-orm";

import {
  capacityOverrides,
  maintenanceHolds,
  placeGroups,
  scheduleExceptions,
  schedules,
} from "@/db/schema/schedules";
import { connectorOutages, connectors, stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";

import type { Place } from "../place-groups";
import type { Held, Hold, Schedule, SlotPlan } from "../rules";

/** What decides the slots of one station. */
export interface StationPlan extends SlotPlan {
  readonly stationId: string;
  readonly holds: readonly (Hold & { readonly id: string })[];
}

/**
 * Locks stations for their slots to be rebuilt, in id order, and returns those it got: all of them, or with
 * `skipLocked` those that nobody holds just now. Bookings hold the row shared, so they wait and are waited for;
 * a mere reference to the station does not.
 */
export async function lockStationRows(
  ctx: Context,
  stationIds: readonly string[],
  skipLocked: boolean,
): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: stations.id })
    .from(stations)
    .where(inArray(stations.id, [...stationIds]))
    .orderBy(asc(stations.id))
    .for("no key update", skipLocked ? { skipLocked } : {});
  return rows.map(({ id }) => id);
}

/** The next stations that a business runs, in id order. */
export async function findBookableStationIds(
  ctx: Context,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: stations.id })
    .from(stations)
    .where(and(isNotNull(stations.businessId), after ? gt(stations.id, after) : undefined))
    .orderBy(asc(stations.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Dates as `[{…}]` of one station, those that can still matter: a slot may stretch over midnight, a zone lag. */
function datesOf(table: SQL, fields: SQL, now: Date): SQL {
  return sql`(
    select coalesce(json_agg(json_build_object('date', dated."on", ${fields}) order by dated."on"), '[]')
    from ${table} dated
    where dated.station_id = ${stations.id} and dated."on" >= ${now.toISOString()}::date - 3
  )`;
}

const planColumns = (now: Date) => ({
  stationId: stations.id,
  businessId: stations.businessId,
  timeZone: stations.timeZone,
  status: stations.status,
  slotMinutes: stations.slotMinutes,
  weekly: schedules.weekly,
  exceptions: sql<Schedule["exceptions"]>`${datesOf(
    sql`${scheduleExceptions}`,
    sql`'closed', dated.closed, 'windows', dated.windows`,
    now,
  )}`,
  capacityOverrides: sql<Schedule["capacityOverrides"]>`${datesOf(
    sql`${capacityOverrides}`,
    sql`'connectors', dated.connectors`,
    now,
  )}`,
  holds: sql<({ id: string; from: number; to: number; reason: string } & Held)[]>`(
    select coalesce(json_agg(json_build_object(
      'id', hold.id, 'from', date_part('epoch', hold.starts_at), 'to', date_part('epoch', hold.ends_at),
      'connectors', hold.connectors, 'connectorIds', hold.connector_ids,
      'reason', hold.reason)), '[]')
    from ${maintenanceHolds} hold
    where hold.station_id = ${stations.id} and hold.ends_at > ${now.toISOString()}::timestamptz
  )`,
  outages: sql<{ connectorId: string; from: number; to: number | null; reason: string | null }[]>`(
    select coalesce(json_agg(json_build_object('connectorId', outage.connector_id,
      'from', date_part('epoch', outage.starts_at), 'to', date_part('epoch', outage.until_at),
      'reason', outage.reason)), '[]')
    from ${connectorOutages} outage join ${connectors} plug on plug.id = outage.connector_id
    where plug.station_id = ${stations.id} and outage.ended_at is null
      and (outage.until_at is null or outage.until_at > ${now.toISOString()}::timestamptz)
  )`,
  places: sql<Place[]>`(
    select coalesce(json_agg(json_build_object('id', plug.id, 'number', plug.number,
      'standards', plug.standards, 'powerW', plug.max_power_w,
      'plugPowersW', plug.plug_powers_w) order by plug.number), '[]')
    from ${connectors} plug
    where plug.station_id = ${stations.id} and plug.status = 'Active'
  )`,
  groupNumbers: sql<Readonly<Record<string, number>>>`(
    select coalesce(json_object_agg(known.key, known.number order by known.number), '{}') from ${placeGroups} known
    where known.station_id = ${stations.id}
  )`,
});

/** Everything that decides the slots from `now` on, of each of the stations. One query. */
export async function findPlans(
  ctx: Context,
  stationIds: readonly string[],
  now: Date,
): Promise<StationPlan[]> {
  const rows = await ctx.db
    .select(planColumns(now))
    .from(stations)
    .leftJoin(schedules, eq(schedules.stationId, stations.id))
    .where(inArray(stations.id, [...stationIds]))
    .orderBy(asc(stations.id));
  return rows.map((row) => ({
    stationId: row.stationId,
    station: row,
    schedule: {
      weekly: row.weekly ?? {},
      exceptions: row.exceptions,
      capacityOverrides: row.capacityOverrides,
    },
    holds: row.holds.map(({ from, to, ...hold }) => ({
      ...hold,
      startsAt: new Date(from * 1000),
      endsAt: new Date(to * 1000),
    })),
    outages: row.outages.map(({ from, to, ...outage }) => ({
      ...outage,
      startsAt: new Date(from * 1000),
      endsAt: to === null ? null : new Date(to * 1000),
    })),
    places: row.places,
    groupNumbers: new Map(Object.entries(row.groupNumbers)),
  }));
}

/** Whose the stations are, and their zones. */
export async function findStations(
  ctx: Context,
  stationIds: readonly string[],
): Promise<{ id: string; businessId: string | null; timeZone: string }[]> {
  return ctx.db
    .select({ id: stations.id, businessId: stations.businessId, timeZone: stations.timeZone })
    .from(stations)
    .where(inArray(stations.id, [...stationIds]));
}
