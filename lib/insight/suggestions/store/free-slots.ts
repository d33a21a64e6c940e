import { sql } from "drizzle-orm";

import { slots } from "@/db/schema/schedules";
import type { Context } from "@/lib/core/context";
import type { Slot } from "@/lib/sites/schedules/inside";

import type { TimeWindow } from "../rules";

/** A slot with a place left. */
export type FreeSlot = Pick<Slot, "startsAt" | "endsAt" | "capacity" | "reserved">;

/**
 * The stations' slots with a place left that lie in the window, by station and group of places, each group's in order:
 * a booking holds its place in one of them. A group's come as one list of numbers, because making rows of ten thousand takes longer than reading them.
 */
export async function findFreeSlots(
  ctx: Context,
  stationIds: readonly string[],
  { from, to }: TimeWindow,
): Promise<Map<string, FreeSlot[][]>> {
  const rows = await ctx.db.execute<{
    id: string;
    slots: readonly [number, number, number, number][];
  }>(sql`
    select slot.station_id as id, json_agg(json_build_array(
      extract(epoch from slot.starts_at)::bigint, extract(epoch from slot.ends_at)::bigint, slot.capacity, slot.reserved)
      order by slot.starts_at) as slots
    from ${slots} slot
    where slot.station_id = any(${`{${stationIds.join(",")}}`}::uuid[])
      and slot.starts_at >= ${from.toISOString()}::timestamptz and slot.starts_at < ${to.toISOString()}::timestamptz
      and slot.ends_at <= ${to.toISOString()}::timestamptz and slot.reserved < slot.capacity
    group by slot.station_id, slot.place_group
    order by slot.station_id, slot.place_group`);
  const groups = rows.map(({ id, slots: own }) => ({
    id,
    slots: own.map(([startsAt, endsAt, capacity, reserved]) => ({
      startsAt: new Date(startsAt * 1_000),
      endsAt: new Date(endsAt * 1_000),
      capacity,
      reserved,
    })),
  }));
  return new Map(
    [...Map.groupBy(groups, ({ id }) => id)].map(([id, own]) => [
      id,
      own.map(({ slots }) => slots),
    ]),
  );
}
