import { and, eq, inArray } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";

import { devices, notifications, pushSubscriptions } from "@/db/schema/inbox";
import { messages } from "@/db/schema/notifications";
import { users } from "@/db/schema/accounts";
import { approveBooking, cancelBooking, moveBooking, rejectBooking } from "@/lib/charging/bookings";
import type { UserActor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { chooseChannels } from "@/lib/insight/inbox";
import { viewNotification } from "@/lib/insight/inbox/view";
import { tellPeople } from "@/lib/insight/notifications/tell-people";
import { wordMessage } from "@/lib/insight/notifications/word-message";
import { deliverEvents } from "@/lib/records/outbox";

import { testDatabase } from "../../../support/database";
import { makeUser, testStart } from "../../../support/world";
import { at, settingOf } from "../../charging/bookings/setting";

const { db } = await testDatabase();
const s = await settingOf(db);
const outbox = s.job("outbox");

beforeEach(async () => {
  s.clock.set(testStart);
  await deliverEvents(outbox);
  await db.delete(messages);
  await db.delete(notifications);
});

/** What a person was told, by kinds: in the inbox, and by which ways outside. */
async function told(person: UserActor) {
  await deliverEvents(outbox);
  const inbox = await db
    .select()
    .from(notifications)
    .where(eq(notifications.userId, person.userId))
    .orderBy(notifications.id);
  const out = await db
    .select()
    .from(messages)
    .where(eq(messages.userId, person.userId))
    .orderBy(messages.id);
  return {
    inbox: inbox.map(({ kind }) => kind),
    out: out.map(({ kind, channel }) => `${kind} ${channel}`),
    rows: inbox,
    messages: out,
  };
}

describe("whom an event tells", () => {
  it("a booking that waits: its owner, the office and the station's operators, and nobody else", async () => {
    const owner = await s.owner();
    const elsewhere = await s.operatorAt(await s.station());
    const left = await makeUser(db, "Operator", {
      businessId: s.businessId,
      stationIds: [s.stationId],
      status: "Deactivated",
    });
    await s.book(owner, 30);
    expect(await told(owner)).toMatchObject({
      inbox: ["BookingRequested"],
      out: ["BookingRequested Email"],
    });
    for (const one of [s.office, s.operator]) {
      expect(await told(one)).toMatchObject({
        inbox: ["BookingWaits"],
        out: ["BookingWaits Email"],
      });
    }
    for (const one of [elsewhere, left, s.admin]) {
      expect((await told(one)).inbox).toEqual([]);
    }
  });

  it("a station that approves by itself: no word of waiting, one mail with the code's page", async () => {
    const stationId = await s.station({ approval: "Auto" });
    const owner = await s.owner();
    await s.book(owner, 30, 31, stationId);
    const { inbox, out } = await told(owner);
    expect(inbox).toEqual(["BookingApproved"]);
    expect(out).toEqual(["BookingApproved Email"]);
    expect((await told(s.office)).inbox).toEqual([]);
  });

  it("a decision, a move and a cancellation, with the reason that was given", async () => {
    const owner = await s.owner();
    const rejected = await s.book(owner, 30);
    await rejectBooking(s.as(s.operator), { id: rejected.id, reason: "Works on the road" });
    const moved = await s.approved(owner, 34);
    await moveBooking(s.as(s.office), {
      id: moved.id,
      startsAt: at(36),
      endsAt: at(37),
      reason: "A place broke",
    });
    await cancelBooking(s.as(s.office), { id: moved.id, reason: "Still broken", chargeFee: false });
    const { rows } = await told(owner);
    const view = (kind: string) => {
      const row = rows.find((one) => one.kind === kind);
      if (!row) throw new Error(`No ${kind} among ${rows.map((one) => one.kind)}`);
      return viewNotification(row, { locale: "en", role: "EvOwner" });
    };
    expect(view("BookingRejected").message).toContain("Reason: Works on the road");
    expect(view("BookingChanged").message).toContain("Reason: A place broke");
    // By the station's clocks: 12:00 UTC and 36 hours are 20:00 in New York.
    expect(view("BookingChanged").message).toMatch(/Jun 2, 20:00–21:00/);
    expect(view("BookingCanceled")).toMatchObject({
      type: "booking",
      bookingId: moved.id,
      stationId: s.stationId,
      isRead: false,
    });
  });

  it("the same event again tells nobody twice, by no way", async () => {
    const owner = await s.owner();
    const { id } = await s.approved(owner, 30);
    await told(owner);
    const before = await db.select().from(messages);
    const event = {
      id: before.find(({ kind }) => kind === "BookingApproved")?.eventId ?? "",
      type: "booking.approved" as const,
      subject: `booking/${id}`,
      payload: { bookingId: id, ownerId: owner.userId, status: "Approved" },
      at: testStart,
      attempts: 2,
    };
    await tellPeople(outbox, event);
    expect(await db.select().from(messages)).toHaveLength(before.length);
    expect((await told(owner)).inbox.filter((kind) => kind === "BookingApproved")).toHaveLength(1);
  });

  it("of what happened while no worker ran: by when it happened, and what rings knows it in the inbox", async () => {
    const owner = await s.owner();
    await s.book(owner, 70);
    s.clock.set(new Date(testStart.getTime() + 2 * 60 * 60_000));
    const { rows, messages: out } = await told(owner);
    expect(rows.map(({ createdAt }) => createdAt)).toEqual([testStart]);
    expect(out.map(({ values }) => values.noticeId)).toEqual(rows.map(({ id }) => id));
  });

  it("a deactivated owner is told what becomes of a booking, a blocked one nothing", async () => {
    const [owner, blocked] = [await s.owner(), await s.owner()];
    const bookings = [await s.book(owner, 30), await s.book(blocked, 30)];
    await told(owner);
    await db.update(users).set({ status: "Deactivated" }).where(eq(users.id, owner.userId));
    await db.update(users).set({ status: "Blocked" }).where(eq(users.id, blocked.userId));
    for (const { id } of bookings) {
      await rejectBooking(s.as(s.operator), { id, reason: "No power" });
    }
    expect((await told(owner)).inbox).toContain("BookingRejected");
    expect((await told(blocked)).inbox).not.toContain("BookingRejected");
  });
});

describe("by which ways", () => {
  const choose = (person: UserActor, input: Parameters<typeof chooseChannels>[1]) =>
    chooseChannels(s.as(person), input);

  it("as each person chose, to every browser and app of theirs", async () => {
    const owner = await s.owner();
    const { userId } = owner;
    const stamps = { userId, createdAt: testStart };
    for (const endpoint of ["a", "b"]) {
      const keys = { p256dh: "p", auth: "a" };
      await db
        .insert(pushSubscriptions)
        .values({ ...stamps, ...keys, id: newId(), endpoint: `${userId}${endpoint}` });
    }
    const device = { deviceId: "d", tokenHash: userId, tokenSealed: "s", seenAt: testStart };
    await db.insert(devices).values({ ...stamps, ...device, id: newId(), platform: "android" });
    await choose(owner, {
      email: { bookingConfirmation: false },
      sms: { bookingConfirmation: true },
    });
    await s.book(owner, 30);
    expect((await told(owner)).out.toSorted()).toEqual([
      "BookingRequested AppPush",
      "BookingRequested Sms",
      "BookingRequested WebPush",
      "BookingRequested WebPush",
    ]);
    await choose(owner, { push: { bookingConfirmation: false }, inApp: { all: false } });
    await db.delete(messages);
    await s.book(owner, 34);
    expect(await told(owner)).toMatchObject({
      inbox: ["BookingRequested"],
      out: ["BookingRequested Sms"],
    });
  });

  it("in quiet hours only what is due within two hours of their end", async () => {
    const [night, soon] = [await s.owner(), await s.owner()];
    const quietHours = { from: "07:00", to: "10:00" };
    for (const one of [night, soon]) await choose(one, { quietHours });
    // The tests begin at 08:00 in New York; the hours end at 10:00, two hours later.
    const later = await s.book(night, 4);
    const near = await s.book(soon, 3);
    const due = async (id: string) => {
      const [row] = await db
        .select()
        .from(messages)
        .where(
          and(
            eq(messages.kind, "BookingRequested"),
            inArray(messages.userId, [night.userId, soon.userId]),
          ),
        )
        .then((rows) => rows.filter(({ values }) => values.bookingId === id));
      return (row?.nextAttemptAt.getTime() ?? 0) - s.clock.real().getTime();
    };
    await deliverEvents(outbox);
    const twoHours = 2 * 60 * 60_000;
    expect(await due(later.id)).toBeGreaterThan(twoHours - 60_000);
    expect(await due(later.id)).toBeLessThanOrEqual(twoHours);
    expect(await due(near.id)).toBeLessThanOrEqual(0);
  });

  it("staff's mail waits for the full hour where they want one an hour", async () => {
    await choose(s.operator, { hourlyDigest: true });
    const owner = await s.owner();
    await s.book(owner, 30);
    await s.book(owner, 34);
    const { messages: rows } = await told(s.operator);
    expect(rows.map(({ inDigest }) => inDigest)).toEqual([true, true]);
    for (const { nextAttemptAt } of rows) {
      expect(nextAttemptAt.getTime() % (60 * 60_000)).toBe(0);
      expect(nextAttemptAt.getTime()).toBeGreaterThanOrEqual(s.clock.real().getTime());
    }
    expect((await told(owner)).messages.map(({ inDigest }) => inDigest)).toEqual([false, false]);
    await choose(s.operator, { hourlyDigest: false });
  });

  it("each in the person's own language, with the page that shows it", async () => {
    const owner = await makeUser(db, "EvOwner", { locale: "en-XA" });
    const { id } = await s.book(owner, 60);
    const [mail] = (await told(owner)).messages;
    const [staff] = (await told(s.office)).messages;
    if (!mail || !staff) throw new Error("Nobody was written to.");
    expect(mail.locale).toBe("en-XA");
    expect(wordMessage(mail).subject).not.toContain("asked");
    expect(wordMessage(staff).url).toBe(`http://baybook.test/backoffice/bookings/${id}`);
    expect(wordMessage(staff).body).toContain(`http://baybook.test/backoffice/bookings/${id}`);
    expect(wordMessage({ ...staff, channel: "Sms" }).body).not.toContain("Hello");
  });
});

it("000-147: an approved booking that its owner gives back: the office and the operators, in the inbox alone", async () => {
  const owner = await s.owner();
  const pending = await s.book(owner, 70);
  const approved = await s.approved(owner, 74);
  const byOffice = await s.approved(owner, 78);
  for (const person of [s.office, s.operator]) await told(person);
  await db.delete(messages);
  await db.delete(notifications);
  for (const { id } of [pending, approved]) {
    await cancelBooking(s.as(owner), { id, reason: "Other plans", chargeFee: false });
  }
  await cancelBooking(s.as(s.office), { id: byOffice.id, reason: "Closed", chargeFee: false });
  for (const person of [s.office, s.operator]) {
    const { inbox, out, rows } = await told(person);
    expect({ inbox, out }).toEqual({ inbox: ["OwnerCanceled"], out: [] });
    expect(rows.map(({ bookingId }) => bookingId)).toEqual([approved.id]);
  }
  expect((await told(owner)).inbox).toEqual([
    "BookingCanceled",
    "BookingCanceled",
    "BookingCanceled",
  ]);
});

it("a booking that is approved and canceled at once tells both, in this order", async () => {
  const owner = await s.owner();
  const { id } = await s.book(owner, 62);
  await approveBooking(s.as(s.operator), { id });
  await cancelBooking(s.as(s.operator), { id, reason: "Closed", chargeFee: false });
  expect((await told(owner)).inbox).toEqual([
    "BookingRequested",
    "BookingApproved",
    "BookingCanceled",
  ]);
});
