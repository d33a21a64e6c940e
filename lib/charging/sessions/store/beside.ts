import { sql, type SQL, type SQLWrapper } from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import { bookings } from "@/db/schema/bookings";
import { slots } from "@/db/schema/schedules";
import { sessionNotes, sessionPhotos, sessions } from "@/db/schema/sessions";
import { connectors } from "@/db/schema/stations";
import { openStatuses } from "@/lib/charging/bookings/schema";
import { dayMs, longestSlotMinutes } from "@/lib/core/durations";

// What stands beside a session, read with its row: written out by alias, because a bare name would be another table's.

const seconds = (at: SQL) => sql`date_part('epoch', ${at})`;

/** What staff noted of the session, oldest first. */
export const noteList = sql<{ id: string; at: number; by: string; text: string }[]>`(
  select coalesce(json_agg(json_build_object('id', note.id, 'at', ${seconds(sql`note.at`)},
    'by', author.name, 'text', note.text) order by note.at, note.id), '[]')
  from ${sessionNotes} note join ${users} author on author.id = note.written_by
  where note.session_id = ${sessions.id}
)`;

/** Its photos, oldest first. */
export const photoList = sql<
  { id: string; contentType: string; size: number; createdAt: number }[]
>`(
  select coalesce(json_agg(json_build_object('id', photo.id, 'contentType', photo.content_type,
    'size', photo.size, 'createdAt', ${seconds(sql`photo.created_at`)})
    order by photo.created_at, photo.id), '[]')
  from ${sessionPhotos} photo where photo.session_id = ${sessions.id}
)`;

/** How far ahead one looks for whoever comes next. */
const aheadMs = dayMs;

/**
 * Of a running session, the first booking of the next 24 hours for which no place of the group would be left in which this
 * car stands, if it stayed: the places at its start are taken by this car, by those whose booked time goes on then, and by
 * the bookings that come before it. Null for none. Beside the session's booking and connector alone.
 */
export function nextComing(
  now: Date,
): SQL<{ bookingId: string; number: string; startsAt: number } | null> {
  const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;
  const isOpen = (status: SQL) =>
    sql`${status} in (${sql.join(
      openStatuses.map((one) => sql`${one}`),
      sql`, `,
    )})`;
  // Each set is read once for a session, and compared in memory: joined to the tables, a station's day takes seconds.
  return sql`(
    with coming as materialized (
      select booking.id, booking.number, booking.starts_at, booking.ends_at from ${bookings} booking
      where ${sessions.status} = 'Active' and booking.station_id = ${sessions.stationId}
        and booking.place_group = ${bookings.placeGroup}
        and ${isOpen(sql`booking.status`)} and booking.ends_at > ${instant(now)}
        and booking.starts_at < ${instant(new Date(now.getTime() + aheadMs))}
    ), others as materialized (
      select (select its.ends_at from ${bookings} its
        where its.id = other.booking_id and its.place_group = ${bookings.placeGroup}) as ends_at
      from ${sessions} other
      where other.station_id = ${sessions.stationId} and other.status = 'Active'
        and other.id <> ${sessions.id}
    )
    select json_build_object('bookingId', coming.id, 'number', coming.number,
      'startsAt', ${seconds(sql`coming.starts_at`)})
    from coming
    where ${placesAt(sql`coming.starts_at`)} <= 1 + (
      select count(*) from others where others.ends_at > coming.starts_at
    ) + (
      select count(*) from coming before
      where before.ends_at > coming.starts_at
        and (before.starts_at, before.id) < (coming.starts_at, coming.id)
    )
    order by coming.starts_at, coming.id limit 1
  )`;
}

/** The plugs of a place and what each gives, in one order. */
const plugsOf = (standards: SQLWrapper, powers: SQLWrapper) =>
  sql`array(select (one.standard, one.power)::text from unnest(${standards}, ${powers}) one (standard, power) order by 1)`;

/** How many places the group of the session's car has at the instant: its slot's, or where it has none its connectors in service. */
const placesAt = (at: SQLWrapper) => sql`coalesce((
  select sum(slot.capacity) from ${slots} slot
  where slot.station_id = ${sessions.stationId} and slot.place_group = ${bookings.placeGroup}
    and slot.starts_at <= ${at} and slot.ends_at > ${at}
    and slot.starts_at > ${at} - make_interval(mins => ${longestSlotMinutes}::int)
), (
  select count(*) from ${connectors} plug
  where plug.station_id = ${sessions.stationId} and plug.status = 'Active'
    and plug.max_power_w is not distinct from ${connectors.maxPowerW}
    and ${plugsOf(sql`plug.standards`, sql`plug.plug_powers_w`)}
      = ${plugsOf(connectors.standards, connectors.plugPowersW)}
))`;
