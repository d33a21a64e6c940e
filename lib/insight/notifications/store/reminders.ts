import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { isAmong } from "@/db/schema/columns";
import { reminders } from "@/db/schema/notifications";
import type { Context } from "@/lib/core/context";
import { insertMany } from "@/lib/core/insert-many";

import type { ReminderLead } from "../schema";

/** Forgets the bookings' reminders that were not told. */
export async function deleteReminders(ctx: Context, bookingIds: readonly string[]): Promise<void> {
  await ctx.db
    .delete(reminders)
    .where(and(isAmong(reminders.bookingId, bookingIds), isNull(reminders.toldAt)));
}

/** Plans reminders, but those that were told already. */
export async function putReminders(
  ctx: Context,
  rows: readonly { bookingId: string; lead: ReminderLead; dueAt: Date }[],
): Promise<void> {
  if (rows.length === 0) return;
  await insertMany(ctx, reminders, rows, sql`on conflict do nothing`);
}

/** Reminders that are due, the earliest first, with their bookings as they are now; kept from other workers. */
export async function claimDue(ctx: Context, now: Date, limit: number) {
  return ctx.db
    .select({
      bookingId: reminders.bookingId,
      lead: reminders.lead,
      dueAt: reminders.dueAt,
      status: bookings.status,
      startsAt: bookings.startsAt,
      ownerId: bookings.ownerId,
      businessId: bookings.businessId,
      stationId: bookings.stationId,
    })
    .from(reminders)
    .innerJoin(bookings, eq(bookings.id, reminders.bookingId))
    .where(and(isNull(reminders.toldAt), lte(reminders.dueAt, now)))
    .orderBy(asc(reminders.dueAt), asc(reminders.bookingId))
    .limit(limit)
    .for("update", { of: reminders, skipLocked: true });
}

/** Marks claimed reminders as told, and forgets the others. */
export async function settleReminders(
  ctx: Context,
  claimed: readonly { bookingId: string; lead: ReminderLead; isTold: boolean }[],
  now: Date,
): Promise<void> {
  for (const isTold of [true, false]) {
    const some = claimed.filter((one) => one.isTold === isTold);
    if (some.length === 0) continue;
    const which = sql`(${reminders.bookingId}, ${reminders.lead}) in (${sql.join(
      some.map(({ bookingId, lead }) => sql`(${bookingId}::uuid, ${lead})`),
      sql`, `,
    )})`;
    if (isTold) await ctx.db.update(reminders).set({ toldAt: now }).where(which);
    else await ctx.db.delete(reminders).where(which);
  }
}
