import { and, asc, desc, eq, gt, inArray, sql } from "drizzle-orm";

import { slots } from "@/db/schema/schedules";
import { waiting } from "@/db/schema/waiting";
import { compiled } from "@/lib/core/compiled";
import type { Context } from "@/lib/core/context";
import { longestSlotBefore } from "@/lib/sites/schedules/inside";

import type { TimeAt, WaitingRow } from "./entries";

/** An entry that holds a place. */
export interface Offer extends WaitingRow {
  readonly placeGroup: number;
  readonly offerEndsAt: Date;
}

/** Whether the entry holds a place; the table says that what is Offered does. */
export const isOffer = (row: WaitingRow): row is Offer =>
  row.status === "Offered" && row.placeGroup !== null && row.offerEndsAt !== null;

const isOffered = eq(waiting.status, "Offered");

/** What holds a place at the stations, all that can overlap a slot that ends after `from`. */
export async function findOffers(
  ctx: Context,
  stationIds: readonly string[],
  from: Date,
): Promise<Offer[]> {
  if (stationIds.length === 0) return [];
  const rows = await ctx.db
    .select()
    .from(waiting)
    .where(
      and(
        inArray(waiting.stationId, [...stationIds]),
        isOffered,
        gt(waiting.endsAt, longestSlotBefore(from)),
      ),
    )
    .orderBy(asc(waiting.createdAt), asc(waiting.id));
  return rows.filter(isOffer);
}

/** A place that is held for the owner at exactly that time; by the values, or what stands for them (`compiled`). */
const isHeldAt = (ownerId: string, { stationId, startsAt, endsAt }: TimeAt, now: Date) =>
  and(
    eq(waiting.ownerId, ownerId),
    isOffered,
    eq(waiting.stationId, stationId),
    eq(waiting.startsAt, startsAt),
    eq(waiting.endsAt, endsAt),
    gt(waiting.offerEndsAt, now),
  );

/** Whether a place is held for the owner now at exactly that time. */
export async function hasOffer(
  ctx: Context,
  ownerId: string,
  { stationId, startsAt, endsAt }: TimeAt,
): Promise<boolean> {
  const now = ctx.clock.now();
  const rows = await offersAt(ctx, { ownerId, stationId, startsAt, endsAt, now });
  return rows.length > 0;
}

type OwnersTime = TimeAt & { readonly ownerId: string; readonly now: Date };

const offersAt = compiled<OwnersTime, { id: string }[]>(({ db }, value) => {
  const time = {
    stationId: value("stationId"),
    startsAt: value("startsAt"),
    endsAt: value("endsAt"),
  };
  return db
    .select({ id: waiting.id })
    .from(waiting)
    .where(isHeldAt(value("ownerId"), time, value("now")));
});

/** The place that is held for the owner now, by its id or its exact time, kept from others; null where none is. */
export async function lockOffer(
  ctx: Context,
  ownerId: string,
  time: TimeAt,
): Promise<Offer | null> {
  const rows = await ctx.db
    .select()
    .from(waiting)
    .where(isHeldAt(ownerId, time, ctx.clock.now()))
    .for("no key update");
  const [offer = null] = rows.filter(isOffer);
  return offer;
}

/**
 * The places held at the stations, the latest first, that are there no longer: their group has more cars than places in
 * one of their slots, or no slot at that time at all.
 */
export async function lockLost(ctx: Context, stationIds: readonly string[]): Promise<Offer[]> {
  if (stationIds.length === 0) return [];
  const own = sql`${slots.stationId} = ${waiting.stationId} and ${slots.placeGroup} = ${waiting.placeGroup}
    and ${slots.startsAt} < ${waiting.endsAt} and ${slots.endsAt} > ${waiting.startsAt}`;
  const isLost = sql`(
    exists (select 1 from ${slots} where ${own} and ${slots.reserved} > ${slots.capacity})
    or not exists (select 1 from ${slots} where ${own})
  )`;
  const rows = await ctx.db
    .select()
    .from(waiting)
    .where(and(inArray(waiting.stationId, [...stationIds]), isOffered, isLost))
    .orderBy(desc(waiting.createdAt), desc(waiting.id))
    .for("no key update");
  return rows.filter(isOffer);
}
