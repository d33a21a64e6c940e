import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { notifications } from "@/db/schema/inbox";
import { messages, reminders } from "@/db/schema/notifications";
import { cancelBooking, moveBooking } from "@/lib/charging/bookings";
import type { UserActor } from "@/lib/core/actor";
import { remindOwners } from "@/lib/insight/notifications";
import { deliverEvents } from "@/lib/records/outbox";

import { testDatabase } from "../../../support/database";
import { testStart } from "../../../support/world";
import { at, settingOf } from "../../charging/bookings/setting";

const { db } = await testDatabase();
const s = await settingOf(db);

/** The worker's round at an instant; answers the minutes of the reminders that the owner has had. */
async function reminded(owner: UserActor, now: Date) {
  s.clock.set(now);
  await deliverEvents(s.job("outbox"));
  await remindOwners(s.job("reminders"));
  await deliverEvents(s.job("outbox"));
  const rows = await db
    .select()
    .from(notifications)
    .where(eq(notifications.userId, owner.userId))
    .orderBy(notifications.id);
  return rows
    .filter(({ kind }) => kind === "BookingReminder")
    .map(({ values }) => Number(values.minutes));
}

const fresh = async (from: number) => {
  s.clock.set(testStart);
  const owner = await s.owner();
  const booking = await s.approved(owner, from);
  return { owner, ...booking };
};

describe("reminders", () => {
  it("come 24 hours, 2 hours and 15 minutes before, not a millisecond earlier, each once", async () => {
    const { owner } = await fresh(30);
    expect(await reminded(owner, at(6, -1))).toEqual([]);
    expect(await reminded(owner, at(6))).toEqual([1440]);
    expect(await reminded(owner, at(7))).toEqual([1440]);
    expect(await reminded(owner, at(28, -1))).toEqual([1440]);
    expect(await reminded(owner, at(28))).toEqual([1440, 120]);
    expect(await reminded(owner, at(29.75))).toEqual([1440, 120, 15]);
    expect(await reminded(owner, at(30))).toEqual([1440, 120, 15]);
  });

  it("in the inbox and by push alone at 15 minutes, by mail as well before", async () => {
    const { owner } = await fresh(30);
    for (const hour of [6, 28, 29.75]) await reminded(owner, at(hour));
    const mails = await db.select().from(messages).where(eq(messages.userId, owner.userId));
    const leads = mails.flatMap(({ kind, values }) =>
      kind === "BookingReminder" ? [values.minutes] : [],
    );
    expect(leads.toSorted()).toEqual(["120", "1440"]);
  });

  it("leave out what is past when one books, and what no worker was there to tell in time", async () => {
    const { owner } = await fresh(20);
    expect(await reminded(owner, at(0.1))).toEqual([]);
    // No worker from then until 16 minutes before: two hours before is told late, for it is still to come.
    expect(await reminded(owner, at(19.7))).toEqual([18]);
    const late = await fresh(44);
    // One that is told by the next lead is not told after it.
    expect(await reminded(late.owner, at(43.8))).toEqual([12]);
    const missed = await fresh(50);
    expect(await reminded(missed.owner, at(50))).toEqual([]);
    expect(await db.select().from(reminders).where(eq(reminders.bookingId, missed.id))).toEqual([]);
  });

  it("move with their booking, and none comes twice for one booking and lead", async () => {
    const { owner, id } = await fresh(30);
    expect(await reminded(owner, at(6))).toEqual([1440]);
    await moveBooking(s.as(s.office), { id, startsAt: at(60), endsAt: at(61), reason: "Works" });
    expect(await reminded(owner, at(28))).toEqual([1440]);
    expect(await reminded(owner, at(36))).toEqual([1440]);
    expect(await reminded(owner, at(58))).toEqual([1440, 120]);
  });

  it("are those of its last time, where it was moved before the worker heard of any", async () => {
    const { owner, id } = await fresh(30);
    await moveBooking(s.as(s.office), { id, startsAt: at(60), endsAt: at(61), reason: "Works" });
    const other = await fresh(80);
    await cancelBooking(s.as(other.owner), { id: other.id, chargeFee: false });
    await deliverEvents(s.job("outbox"));
    const planned = await db.select().from(reminders).where(eq(reminders.bookingId, id));
    expect(planned.map(({ dueAt }) => dueAt).toSorted()).toEqual([at(36), at(58), at(59.75)]);
    expect(await db.$count(reminders, eq(reminders.bookingId, other.id))).toBe(0);
    expect(await reminded(owner, at(28))).toEqual([]);
  });

  it("are gone with a cancellation, even where the worker has not heard of it yet", async () => {
    const { owner, id } = await fresh(30);
    await reminded(owner, at(1));
    await cancelBooking(s.as(owner), { id, chargeFee: false });
    s.clock.set(at(6));
    expect(await remindOwners(s.job("reminders"))).toEqual({ reminded: 0 });
    expect(await reminded(owner, at(28))).toEqual([]);
    expect(await db.select().from(reminders).where(eq(reminders.bookingId, id))).toEqual([]);
  });

  it("by two workers at once are told once", async () => {
    const { owner } = await fresh(30);
    await reminded(owner, at(1));
    s.clock.set(at(6));
    const job = s.job("reminders");
    const counts = await Promise.all([remindOwners(job), remindOwners(job), remindOwners(job)]);
    expect(counts.reduce((sum, one) => sum + one.reminded, 0)).toBe(1);
    expect(await reminded(owner, at(6))).toEqual([1440]);
  });
});
