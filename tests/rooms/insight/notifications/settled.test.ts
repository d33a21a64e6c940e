import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";

import { notifications } from "@/db/schema/inbox";
import { outboxEvents } from "@/db/schema/outbox";
import {
  approveBooking,
  cancelBooking,
  moveBooking,
  rejectBooking,
  rejectUnreviewed,
} from "@/lib/charging/bookings";
import type { UserActor } from "@/lib/core/actor";
import { listNotifications, readUnread } from "@/lib/insight/inbox";
import { setSchedule } from "@/lib/sites/schedules";
import { SetSchedule } from "@/lib/sites/schedules/schema";
import { deliverEvents } from "@/lib/records/outbox";

import { testDatabase } from "../../../support/database";
import { testStart } from "../../../support/world";
import { at, settingOf } from "../../charging/bookings/setting";

const { db } = await testDatabase();
const s = await settingOf(db);
const deliver = () => deliverEvents(s.job("outbox"));
const allDay = Object.fromEntries(
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((name) => [
    name,
    [{ start: "00:00", end: "24:00" }],
  ]),
);
const staff = [s.office, s.operator];

beforeEach(async () => {
  s.clock.set(testStart);
  await deliver();
  await db.delete(notifications);
});

/** What is unread of one's inbox, by kinds, the oldest first. */
async function unread(person: UserActor): Promise<string[]> {
  const query = { status: "unread", sort: "createdAt", page: 1, limit: 50 } as const;
  const { items, beside } = await listNotifications(s.as(person), query);
  expect(beside.unreadCount).toBe(items.length);
  return items.map(({ kind }) => kind);
}

/** Whose open pages were told that their inbox is another, since then. */
async function toldSince(position: number): Promise<string[]> {
  const rows = await db
    .select()
    .from(outboxEvents)
    .where(eq(outboxEvents.type, "inbox.changed"))
    .orderBy(outboxEvents.position);
  return rows
    .filter((row) => row.position > position && row.payload.notificationId === null)
    .map(({ payload }) => String(payload.userId));
}
const lastPosition = async () =>
  Math.max(0, ...(await db.select().from(outboxEvents)).map(({ position }) => position));

describe("a booking that waits asks its staff", () => {
  const deeds = {
    approved: (id: string) => approveBooking(s.as(s.operator), { id }),
    rejected: (id: string) => rejectBooking(s.as(s.office), { id, reason: "Works" }),
    canceled: (id: string, owner: UserActor) =>
      cancelBooking(s.as(owner), { id, chargeFee: false }),
  };

  it.each(Object.keys(deeds) as (keyof typeof deeds)[])(
    "until it is %s: then it is read for everybody, and their badges fall",
    async (deed) => {
      const owner = await s.owner();
      const { id } = await s.book(owner, 60);
      const other = await s.book(owner, 64);
      await deliver();
      for (const one of staff) expect(await unread(one)).toEqual(["BookingWaits", "BookingWaits"]);
      const before = await lastPosition();
      await deeds[deed](id, owner);
      await deliver();
      for (const one of staff) {
        expect(await unread(one)).toEqual(["BookingWaits"]);
        expect(await readUnread(s.as(one))).toEqual({ unreadCount: 1 });
      }
      const told = await toldSince(before);
      expect(told.toSorted()).toEqual(staff.map(({ userId }) => userId).toSorted());
      const left = await db
        .select()
        .from(notifications)
        .where(and(eq(notifications.kind, "BookingWaits"), isNull(notifications.readAt)));
      expect(new Set(left.map(({ bookingId }) => bookingId))).toEqual(new Set([other.id]));
      await cancelBooking(s.as(owner), { id: other.id, chargeFee: false });
    },
  );

  it("until its time has come", async () => {
    const owner = await s.owner();
    const { id } = await s.book(owner, 3);
    await deliver();
    s.clock.set(at(3));
    await rejectUnreviewed(s.job("unreviewed"));
    expect(await s.status(id)).toBe("Rejected");
    await deliver();
    for (const one of staff) expect(await unread(one)).toEqual([]);
  });

  it("and was decided before any worker ran: it comes as read", async () => {
    const owner = await s.owner();
    const { id } = await s.book(owner, 68);
    await approveBooking(s.as(s.operator), { id });
    await deliver();
    for (const one of staff) {
      expect(await unread(one)).toEqual([]);
      const { items } = await listNotifications(s.as(one), { page: 1, limit: 5 });
      expect(items).toMatchObject([{ kind: "BookingWaits", isRead: true }]);
    }
  });

  it("once, of the time that it has now", async () => {
    const owner = await s.owner();
    const { id } = await s.book(owner, 70);
    await deliver();
    await moveBooking(s.as(s.office), { id, startsAt: at(74), endsAt: at(75), reason: "Works" });
    await deliver();
    for (const one of staff) expect(await unread(one)).toEqual(["BookingWaits"]);
    const { items } = await listNotifications(s.as(s.office), {
      status: "unread",
      page: 1,
      limit: 5,
    });
    // 14:00 UTC is 10:00 in New York.
    expect(items[0]?.message).toContain("10:00");
  });
});

describe("a code", () => {
  it("that comes with the approval is told by it alone, and a new one after a move by itself", async () => {
    const owner = await s.owner();
    const { id } = await s.approved(owner, 30);
    await deliver();
    expect(await s.events(id)).toContain("qr.issued");
    expect(await unread(owner)).toEqual(["BookingRequested", "BookingApproved"]);
    const at36 = { id, startsAt: at(36), endsAt: at(37), reason: "Works" };
    await moveBooking(s.as(s.office), at36);
    await deliver();
    expect((await unread(owner)).toSorted()).toEqual([
      "BookingApproved",
      "BookingChanged",
      "BookingRequested",
      "CodeIssued",
    ]);
  });

  it("of a booking that is canceled is read, and what became of it is not", async () => {
    const owner = await s.owner();
    const { id } = await s.approved(owner, 40);
    const moved = { id, startsAt: at(44), endsAt: at(45), reason: "Works" };
    await moveBooking(s.as(s.office), moved);
    await deliver();
    await cancelBooking(s.as(s.office), { id, reason: "Closed", chargeFee: false });
    await deliver();
    expect((await unread(owner)).toSorted()).toEqual([
      "BookingApproved",
      "BookingCanceled",
      "BookingChanged",
      "BookingRequested",
    ]);
  });

  it("of another's booking stays as it is", async () => {
    const [owner, other] = [await s.owner(), await s.owner()];
    const bookings = [await s.approved(owner, 50), await s.approved(other, 50)];
    for (const [index, { id }] of bookings.entries()) {
      const from = 54 + 2 * index;
      const moved = { id, startsAt: at(from), endsAt: at(from + 1), reason: "Works" };
      await moveBooking(s.as(s.office), moved);
    }
    await deliver();
    await cancelBooking(s.as(s.office), {
      id: bookings[0]?.id ?? "",
      reason: "Closed",
      chargeFee: false,
    });
    await deliver();
    expect(await unread(owner)).not.toContain("CodeIssued");
    expect(await unread(other)).toContain("CodeIssued");
  });
});

it("a conflict asks until it is settled, whoever settled it", async () => {
  const owner = await s.owner();
  const { id } = await s.approved(owner, 80);
  const stationId = s.stationId;
  const days = ["2026-06-04"];
  const close = (closed: boolean) =>
    setSchedule(s.as(s.office), {
      stationId,
      ...SetSchedule.parse({
        weekly: allDay,
        exceptions: closed ? days.map((date) => ({ date, closed })) : [],
      }),
    });
  await close(true);
  await deliver();
  expect(await s.events(id)).toContain("booking.conflict");
  for (const one of staff) expect(await unread(one)).toContain("BookingInConflict");
  await close(false);
  await deliver();
  expect(await s.events(id)).toContain("booking.conflict_settled");
  for (const one of staff) expect(await unread(one)).not.toContain("BookingInConflict");
});
