import { and, gt, inArray, sql } from "drizzle-orm";

import { placeGroups, slots } from "@/db/schema/schedules";
import type { Context } from "@/lib/core/context";

import type { SlotChanges, SlotKey, StoredSlots } from "../diff-slots";
import type { Slot } from "../rules";

const seconds = (column: typeof slots.startsAt | typeof slots.endsAt) =>
  sql`date_part('epoch', ${column})`;

/** Read quicker than a PostgreSQL array of words. */
const split = (words: string) => words.split(",");

/** The slots that have not begun at `now`, by station; the lists of one station run alongside each other. */
export async function findStoredSlots(
  ctx: Context,
  stationIds: readonly string[],
  now: Date,
): Promise<Map<string, StoredSlots>> {
  const rows = await ctx.db
    .select({
      stationId: slots.stationId,
      starts: sql<number[]>`array_agg(${seconds(slots.startsAt)} * 1000)`,
      ends: sql<number[]>`array_agg(${seconds(slots.endsAt)} * 1000)`,
      capacities: sql<number[]>`array_agg(${slots.capacity})`,
      held: sql<number[]>`array_agg(${slots.held})`,
      groups: sql<number[]>`array_agg(${slots.placeGroup}::int)`,
      openPlaces: sql`string_agg(${slots.openPlaces}, ',')`.mapWith(split),
      uneven: sql<boolean[]>`array_agg(${slots.uneven})`,
    })
    .from(slots)
    .where(and(inArray(slots.stationId, [...stationIds]), gt(slots.startsAt, now)))
    .groupBy(slots.stationId);
  return new Map(rows.map(({ stationId, ...stored }) => [stationId, stored]));
}

/**
 * The digest of the same by station, as `digestOf` has it; none for a station without any. Each station by itself: in
 * the order of the primary key, and no more is sorted at once than memory holds.
 */
export async function findDigests(
  ctx: Context,
  stationIds: readonly string[],
  now: Date,
): Promise<Map<string, string>> {
  const inOrder = sql`order by slot.starts_at, slot.place_group`;
  const figures = sql`((slot.capacity::bigint * 1024 + slot.held) * 32768 + slot.place_group) * 2 + slot.uneven::int`;
  const rows = await ctx.db.execute<{ id: string; digest: string }>(sql`
    select station.id, of.digest
    from unnest(${literal(stationIds)}::uuid[]) station (id)
    cross join lateral (
      select encode(sha256(
        string_agg(timestamptz_send(slot.starts_at), '' ${inOrder})
        || string_agg(timestamptz_send(slot.ends_at), '' ${inOrder})
        || string_agg(int8send(${figures}), '' ${inOrder})
        || convert_to(string_agg(slot.open_places, ',' ${inOrder}), 'UTF8')), 'hex') as digest
      from ${slots} slot
      where slot.station_id = station.id and slot.starts_at > ${now.toISOString()}::timestamptz
    ) of
    where of.digest is not null`);
  return new Map(rows.map(({ id, digest }) => [id, digest]));
}

/** Changes of slots by station. */
export type Changes = readonly (SlotChanges & { readonly stationId: string })[];

/** Writes the changes of many stations in at most three statements, and none where there is nothing to write. */
export async function writeSlots(ctx: Context, changes: Changes): Promise<void> {
  const stationIds = literal(changes.map(({ stationId }) => stationId));
  const removed = changes.flatMap((change, station) =>
    change.removed.map((key) => ({ station: station + 1, ...key })),
  );
  if (removed.length > 0) {
    await ctx.db.execute(sql`
      delete from slots using ${keys(removed)}
      where slots.station_id = (${stationIds}::uuid[])[row.station]
        and slots.starts_at = to_timestamp(row.starts) and slots.place_group = row.place_group`);
  }
  const updated = numbered(changes, ({ resized, changed, marked }) => [
    ...resized,
    ...changed,
    ...marked,
  ]);
  if (updated.length > 0) {
    await ctx.db.execute(sql`
      update slots set capacity = row.capacity, held = row.held, ends_at = to_timestamp(row.ends),
        open_places = row.open_places, uneven = row.uneven,
        reserved = case when slots.ends_at = to_timestamp(row.ends) then slots.reserved else row.reserved end,
        updated_at = ${ctx.clock.now().toISOString()}::timestamptz
      from ${rows(updated)}
      where slots.station_id = (${stationIds}::uuid[])[row.station]
        and slots.starts_at = to_timestamp(row.starts) and slots.place_group = row.place_group`);
  }
  const added = numbered(changes, (change) => change.added);
  if (added.length > 0) {
    await ctx.db.execute(sql`
      insert into slots (station_id, place_group, starts_at, ends_at, open_places, uneven, capacity, held, reserved,
        updated_at)
      select (${stationIds}::uuid[])[row.station], row.place_group, to_timestamp(row.starts), to_timestamp(row.ends),
        row.open_places, row.uneven, row.capacity, row.held, row.reserved, ${ctx.clock.now().toISOString()}::timestamptz
      from ${rows(added)}`);
  }
}

type Numbered = Slot & { readonly station: number };

/** Notes groups of places that have got a number. */
export async function insertGroups(
  ctx: Context,
  groups: readonly (typeof placeGroups.$inferInsert)[],
): Promise<void> {
  if (groups.length > 0) await ctx.db.insert(placeGroups).values([...groups]);
}

/** The slots with their station's place in the list of ids: shorter to send than the id of each. */
function numbered(changes: Changes, of: (change: SlotChanges) => readonly Slot[]): Numbered[] {
  return changes.flatMap((change, index) =>
    of(change).map((slot) => ({ ...slot, station: index + 1 })),
  );
}

/** A PostgreSQL array of numbers or ids as text, which every driver passes on as it is. */
function literal(values: readonly (number | string | boolean)[]): string {
  return `{${values.join(",")}}`;
}

const epoch = (instant: Date) => instant.getTime() / 1000;

function keys(slots: readonly (SlotKey & { station: number })[]) {
  return sql`unnest(
    ${literal(slots.map(({ station }) => station))}::int[],
    ${literal(slots.map(({ startsAt }) => epoch(startsAt)))}::float8[],
    ${literal(slots.map(({ group }) => group))}::smallint[]
  ) as row (station, starts, place_group)`;
}

function rows(slots: readonly Numbered[]) {
  return sql`unnest(
    ${literal(slots.map(({ station }) => station))}::int[],
    ${literal(slots.map(({ startsAt }) => epoch(startsAt)))}::float8[],
    ${literal(slots.map(({ endsAt }) => epoch(endsAt)))}::float8[],
    ${literal(slots.map(({ capacity }) => capacity))}::int[],
    ${literal(slots.map(({ held }) => held))}::int[],
    ${literal(slots.map(({ reserved }) => reserved))}::int[],
    ${literal(slots.map(({ group }) => group))}::smallint[],
    ${literal(slots.map(({ openPlaces }) => `"${openPlaces}"`))}::text[],
    ${literal(slots.map(({ uneven }) => uneven))}::boolean[]
  ) as row (station, starts, ends, capacity, held, reserved, place_group, open_places, uneven)`;
}
