import { and, asc, eq, gt, gte, inArray, lt, lte, or, sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

import { placeGroups, slots } from "@/db/schema/schedules";
import { compiled } from "@/lib/core/compiled";
import type { Context } from "@/lib/core/context";
import { textOfList } from "@/lib/core/text-of-list";

import type { Claim } from "../find-claims";
import { longestSlotBefore, type Slot, type TimeSlot } from "../rules";

export const slotColumns = {
  group: slots.placeGroup,
  startsAt: slots.startsAt,
  endsAt: slots.endsAt,
  capacity: slots.capacity,
  held: slots.held,
  reserved: slots.reserved,
  openPlaces: slots.openPlaces,
  uneven: slots.uneven,
};

const added = (column: AnyPgColumn) => sql`sum(${column})`.mapWith(Number);

/** Of all groups that a slot's time is built for. */
const totals = {
  stationId: slots.stationId,
  startsAt: slots.startsAt,
  endsAt: sql`max(${slots.endsAt})`.mapWith(slots.endsAt),
  capacity: added(slots.capacity),
  held: added(slots.held),
  reserved: added(slots.reserved),
  remaining: sql`sum(greatest(${slots.capacity} - ${slots.reserved}, 0))`.mapWith(Number),
};

/** The station's slots that overlap the range; the bound on the start lets the primary key find them. */
export function overlapping(claim: Omit<Claim, "group">): SQL | undefined {
  return overlappingAfter(longestSlotBefore(claim.startsAt), claim);
}

/** The same by the bound, for statements that hand in what stands for the values (`compiled`). */
export function overlappingAfter(
  after: Date,
  { stationId, startsAt, endsAt }: Omit<Claim, "group" | "kind">,
): SQL | undefined {
  return and(
    eq(slots.stationId, stationId),
    gt(slots.startsAt, after),
    lt(slots.startsAt, endsAt),
    gt(slots.endsAt, startsAt),
  );
}

/** Locks the slots that overlap any of the claims, of all groups, in the one order that everybody keeps. */
export async function lockOverlapping(
  ctx: Context,
  claims: readonly Omit<Claim, "group">[],
): Promise<void> {
  if (claims.length === 0) return;
  await ctx.db
    .select({ stationId: slots.stationId })
    .from(slots)
    .where(or(...claims.map(overlapping)))
    .orderBy(asc(slots.stationId), asc(slots.startsAt), asc(slots.placeGroup))
    .for("update");
}

/** Times of the station that slots are built for and that start in `[from, to)`, in order. */
export async function findTimeSlots(
  ctx: Context,
  stationId: string,
  from: Date,
  to: Date,
): Promise<TimeSlot[]> {
  return ctx.db
    .select(totals)
    .from(slots)
    .where(and(eq(slots.stationId, stationId), gte(slots.startsAt, from), lt(slots.startsAt, to)))
    .groupBy(slots.stationId, slots.startsAt)
    .orderBy(asc(slots.startsAt));
}

/** The stations' slots that run in `[from, to)` or begin in it, found by where they can begin. */
const runningIn = (stationIds: readonly string[], from: Date, to: Date) =>
  and(
    inArray(slots.stationId, [...stationIds]),
    gt(slots.startsAt, longestSlotBefore(from)),
    lt(slots.startsAt, to),
    gt(slots.endsAt, from),
  );

/** Numbers of the stations' slots in one text a station, by start and group: read many times as fast as rows. */
const listed = (of: SQL | AnyPgColumn) =>
  sql`string_agg((${of})::text, ',' order by ${slots.startsAt}, ${slots.placeGroup})`.mapWith(
    (list: string) => list.split(",").map(Number),
  );
const places = sql`string_agg(${slots.openPlaces}, ',' order by ${slots.startsAt}, ${slots.placeGroup})`;
const seconds = (of: AnyPgColumn) => sql`date_part('epoch', ${of})`;

/** The same by group, of several stations; each station's by start. */
export async function findGroupSlots(
  ctx: Context,
  stationIds: readonly string[],
  from: Date,
  to: Date,
): Promise<StationSlot[]> {
  if (stationIds.length === 0) return [];
  const after = longestSlotBefore(from);
  const rows = await groupSlots(ctx, { stationIds: textOfList(stationIds), after, from, to });
  return rows.flatMap(({ stationId, ...lists }) =>
    lists.starts.map((start, at) => ({
      stationId,
      group: lists.groups[at] ?? 0,
      startsAt: new Date(start * 1000),
      endsAt: new Date((lists.ends[at] ?? start) * 1000),
      capacity: lists.capacities[at] ?? 0,
      held: lists.held[at] ?? 0,
      reserved: lists.reserved[at] ?? 0,
      openPlaces: lists.openPlaces[at] ?? "",
      uneven: lists.uneven[at] === 1,
    })),
  );
}

interface SlotsOf {
  readonly stationIds: string;
  /** No slot that begins by then runs at `from`. */
  readonly after: Date;
  readonly from: Date;
  readonly to: Date;
}

type Listed = "groups" | "starts" | "ends" | "capacities" | "held" | "reserved" | "uneven";
type ListedSlots = Record<Listed, number[]> & { stationId: string; openPlaces: string[] };

const groupSlots = compiled<SlotsOf, ListedSlots[]>(({ db }, value) =>
  db
    .select({
      stationId: slots.stationId,
      groups: listed(slots.placeGroup),
      starts: listed(seconds(slots.startsAt)),
      ends: listed(seconds(slots.endsAt)),
      capacities: listed(slots.capacity),
      held: listed(slots.held),
      reserved: listed(slots.reserved),
      uneven: listed(sql`${slots.uneven}::int`),
      openPlaces: places.mapWith((list: string) => list.split(",")),
    })
    .from(slots)
    .where(
      sql`${slots.stationId} = any(${value("stationIds")}::uuid[]) and ${slots.startsAt} > ${value("after")}
        and ${slots.startsAt} < ${value("to")} and ${slots.endsAt} > ${value("from")}`,
    )
    .groupBy(slots.stationId)
    .orderBy(asc(slots.stationId)),
);

/** Of each group, which places are open in slots that run in `[from, to)`, each set once, and whether others are near. */
export async function findOpenThroughout(
  ctx: Context,
  stationIds: readonly string[],
  from: Date,
  to: Date,
) {
  const { openPlaces, stationId, uneven } = slots;
  return ctx.db
    .select({
      stationId,
      uneven: sql<boolean>`bool_or(${uneven})`,
      openPlaces: sql<string[]>`array_agg(distinct ${openPlaces})`,
    })
    .from(slots)
    .where(runningIn(stationIds, from, to))
    .groupBy(stationId, slots.placeGroup);
}

/** A slot of a group, and whose it is. */
export type StationSlot = Slot & { readonly stationId: string };
/** A time of a station that slots are built for, and whose it is. */
export type StationTime = TimeSlot & { readonly stationId: string };

/** The stations' times that run in `[from, to)` or begin in it, each station's in order. */
export async function findSlotsAt(
  ctx: Context,
  stationIds: readonly string[],
  from: Date,
  to: Date,
): Promise<StationTime[]> {
  return ctx.db
    .select(totals)
    .from(slots)
    .where(runningIn(stationIds, from, to))
    .groupBy(slots.stationId, slots.startsAt)
    .orderBy(asc(slots.stationId), asc(slots.startsAt));
}

/** The stations' slots that have begun and still run at `now`. */
export async function findRunning(
  ctx: Context,
  stationIds: readonly string[],
  now: Date,
): Promise<StationSlot[]> {
  return ctx.db
    .select({ stationId: slots.stationId, ...slotColumns })
    .from(slots)
    .where(
      and(
        inArray(slots.stationId, [...stationIds]),
        gt(slots.startsAt, longestSlotBefore(now)),
        lte(slots.startsAt, now),
        gt(slots.endsAt, now),
      ),
    );
}

/** The groups of the stations' places that have a number. */
export async function findGroups(
  ctx: Context,
  stationIds: readonly string[],
): Promise<StationGroup[]> {
  if (stationIds.length === 0) return [];
  return groupsOf(ctx, { stationIds: textOfList(stationIds) });
}

/** A group of places that has a number, and whose it is. */
export type StationGroup = Pick<
  typeof placeGroups.$inferSelect,
  "stationId" | "number" | "standards" | "powerW" | "plugPowersW"
>;

const groupsOf = compiled<{ stationIds: string }, StationGroup[]>(({ db }, value) =>
  db
    .select({
      stationId: placeGroups.stationId,
      number: placeGroups.number,
      standards: placeGroups.standards,
      powerW: placeGroups.powerW,
      plugPowersW: placeGroups.plugPowersW,
    })
    .from(placeGroups)
    .where(sql`${placeGroups.stationId} = any(${value("stationIds")}::uuid[])`)
    .orderBy(asc(placeGroups.stationId), asc(placeGroups.number)),
);
