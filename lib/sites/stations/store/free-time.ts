import { sql, type SQL } from "drizzle-orm";

import { slots } from "@/db/schema/schedules";

import type { FreeTime } from "../rules";
import { isOfSuiting, type PlaceAsked } from "./suits";

/** A stretch of time `[from, to)`. */
interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** Of slots of one group of places, how long they cover the range together. */
const covered = (start: string, end: string) =>
  sql`sum(least(slot.ends_at, ${end}::timestamptz) - greatest(slot.starts_at, ${start}::timestamptz))`;

const left = sql`slot.capacity - slot.reserved`;

/** The slots of each group of a station's places that cover the whole range without a gap, each with a place left. */
function runs(stationId: SQL, { from, to }: Span, need: PlaceAsked): SQL {
  const [start, end] = [from.toISOString(), to.toISOString()];
  return sql`
    select min(slot.starts_at) as starts_at, max(slot.ends_at) as ends_at, min(${left}) as places
    from ${slots} slot
    where slot.station_id = ${stationId} and slot.reserved < slot.capacity and ${isOfSuiting(need)}
      and slot.starts_at < ${end}::timestamptz and slot.ends_at > ${start}::timestamptz
    group by slot.place_group
    having ${covered(start, end)} >= ${end}::timestamptz - ${start}::timestamptz`;
}

/** In a statement, whether a car finds a place over the whole range. */
export const isFree = (stationId: SQL, range: Span, need: PlaceAsked): SQL =>
  sql`exists (${runs(stationId, range, need)})`;

/**
 * In a statement, the asked range in whole slots with how many cars can still be booked for it, else the first slot
 * of the next 7 days that has a place; null for none.
 */
export function freeTime(
  stationId: SQL,
  asked: PlaceAsked & { readonly free?: Span },
  next: Span,
): SQL<FreeTime | null> {
  const found = asked.free ? runs(stationId, asked.free, asked) : nextSlot(stationId, next, asked);
  return sql<FreeTime | null>`(
    select json_build_object('startsAt', min(one.starts_at), 'endsAt', max(one.ends_at), 'places', sum(one.places)::int)
    from (${found}) one having count(*) > 0
  )`;
}

/** The first slot with a place, of each group that has one then. */
const nextSlot = (stationId: SQL, { from, to }: Span, need: PlaceAsked): SQL => sql`
  select slot.starts_at, slot.ends_at, ${left} as places from ${slots} slot
  where slot.station_id = ${stationId} and slot.reserved < slot.capacity and ${isOfSuiting(need)}
    and slot.starts_at = (
      select slot.starts_at from ${slots} slot
      where slot.station_id = ${stationId} and slot.reserved < slot.capacity and ${isOfSuiting(need)}
        and slot.starts_at >= ${from.toISOString()}::timestamptz and slot.starts_at < ${to.toISOString()}::timestamptz
      order by slot.starts_at limit 1
    )`;
