import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { notifications } from "@/db/schema/inbox";
import { messages } from "@/db/schema/notifications";
import { approveBooking, cancelBooking, moveBooking } from "@/lib/charging/bookings";
import type { UserActor } from "@/lib/core/actor";
import { chooseChannels } from "@/lib/insight/inbox";
import { listMessages, remindOwners, sendMessages } from "@/lib/insight/notifications";
import type { Transports } from "@/lib/insight/notifications/inside";
import { whyUseless } from "@/lib/insight/notifications/judge-message";
import { deliverEvents } from "@/lib/records/outbox";
import { publishEvent } from "@/lib/records/outbox/inside";

import { testDatabase } from "../../../support/database";
import { hours, minutes } from "../../../support/test-clock";
import { testStart } from "../../../support/world";
import { at, settingOf } from "../../charging/bookings/setting";

const { db } = await testDatabase();
const s = await settingOf(db);

/** What went out, by whom it was for and its subject. */
let sent: [recipient: string, subject: string | null][] = [];
let isAway = false;
const out: Transports = {
  Email: async ({ recipient, subject }) => {
    if (isAway) throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ESOCKET" });
    sent.push([recipient, subject]);
  },
};

beforeEach(async () => {
  s.clock.set(testStart);
  isAway = false;
  await deliverEvents(s.job("outbox"));
  await db.delete(messages);
  sent = [];
});

/** The worker's round at an instant; answers the subjects of what the person was sent in it. */
async function round(person: UserActor, now: Date) {
  s.clock.set(now);
  sent = [];
  await deliverEvents(s.job("outbox"));
  await remindOwners(s.job("reminders"));
  await deliverEvents(s.job("outbox"));
  await sendMessages(s.job("messages"), out);
  return sent.filter(([recipient]) => recipient === person.email).map(([, subject]) => subject);
}

/** The reminders to the person, as an administrator sees them. */
async function reminders({ userId, email }: UserActor) {
  const { items } = await listMessages(s.as(s.admin), {
    recipient: email ?? userId,
    page: 1,
    limit: 100,
  });
  return items.filter(({ kind }) => kind === "BookingReminder");
}

const quiet = (person: UserActor, from: string, to: string) =>
  chooseChannels(s.as(person), { quietHours: { from, to } });

/** An owner whose reminder of the day before waits from 14:00 to 22:00 by New York's clocks (18:00 to 2:00 UTC). */
async function waiting() {
  const owner = await s.owner();
  const { id } = await s.approved(owner, 30);
  await round(owner, at(0.5));
  await quiet(owner, "14:00", "22:00");
  // 14:00 in New York, a day before.
  expect(await round(owner, at(6))).toEqual([]);
  return { owner, id };
}

describe("a reminder that waited for the end of quiet hours", () => {
  it("says when it begins, and the inbox keeps what was left when it came", async () => {
    const owner = await s.owner();
    // 6:00 of June 3 in New York.
    await s.approved(owner, 46);
    await round(owner, at(0.5));
    await quiet(owner, "05:00", "23:59");
    expect(await round(owner, at(22))).toEqual([]);
    const [inbox] = await db
      .select()
      .from(notifications)
      .where(
        and(eq(notifications.userId, owner.userId), eq(notifications.kind, "BookingReminder")),
      );
    expect(inbox?.values.minutes).toBe("1440");
    expect(await round(owner, at(40))).toEqual([
      expect.stringMatching(/^Wed, Jun 3, 6:00\sAM at /),
    ]);
    const late = await s.owner();
    s.clock.set(testStart);
    await s.approved(late, 46);
    await round(late, at(0.5));
    await quiet(late, "05:00", "00:30");
    expect(await round(late, at(22))).toEqual([]);
    expect(await round(late, at(40.5))).toEqual([
      expect.stringMatching(/^Wed, Jun 3, 6:00\sAM at /),
    ]);
  });

  it("goes out no more once its booking is canceled, moved or begins, and says why", async () => {
    const canceled = await waiting();
    await cancelBooking(s.as(s.office), { id: canceled.id, reason: "Works", chargeFee: false });
    expect(await round(canceled.owner, at(14.1))).toEqual([
      expect.stringMatching(/ was cancelled$/),
    ]);
    expect(await reminders(canceled.owner)).toMatchObject([
      { status: "Dropped", reason: "NotApproved", body: null, nextAttemptAt: null, can: [] },
    ]);
    s.clock.set(testStart);
    const moved = await waiting();
    const time = { startsAt: at(31), endsAt: at(32) };
    await moveBooking(s.as(s.office), { id: moved.id, ...time, reason: "Works" });
    await round(moved.owner, at(14.1));
    expect(await reminders(moved.owner)).toMatchObject([{ status: "Dropped", reason: "Moved" }]);
    s.clock.set(testStart);
    const begun = await waiting();
    s.clock.set(at(30));
    await sendMessages(s.job("messages"), out);
    expect(await reminders(begun.owner)).toMatchObject([{ status: "Dropped", reason: "Begun" }]);
  });
});

it("a reminder that a mail server would not take is dropped once its booking has begun", async () => {
  const owner = await s.owner();
  await s.approved(owner, 30);
  await round(owner, at(0.5));
  isAway = true;
  await round(owner, at(28));
  expect(await reminders(owner)).toMatchObject([
    { status: "Pending", reason: "Unreachable", lastError: "connect ECONNREFUSED" },
  ]);
  // A millisecond before the start it is of use.
  isAway = false;
  s.clock.set(at(30, -1));
  await sendMessages(s.job("messages"), out);
  expect(await reminders(owner)).toMatchObject([{ status: "Sent", reason: null }]);
  const late = await s.owner();
  s.clock.set(testStart);
  await s.approved(late, 30);
  await round(late, at(0.5));
  isAway = true;
  await round(late, at(28));
  isAway = false;
  s.clock.set(at(30));
  await sendMessages(s.job("messages"), out);
  expect(await reminders(late)).toMatchObject([
    { status: "Dropped", reason: "Begun", lastError: null },
  ]);
});

it("a reminder whose event comes when its booking is moved or canceled tells nobody", async () => {
  const owner = await s.owner();
  const { id } = await s.approved(owner, 30);
  await round(owner, at(0.5));
  const reminder = (startsAt: Date) =>
    publishEvent(s.job("reminders"), {
      type: "booking.reminder",
      payload: {
        bookingId: id,
        ownerId: owner.userId,
        minutes: 120,
        startsAt: startsAt.toISOString(),
      },
    });
  await reminder(at(26));
  await deliverEvents(s.job("outbox"));
  const told = () =>
    db
      .select()
      .from(notifications)
      .where(
        and(eq(notifications.userId, owner.userId), eq(notifications.kind, "BookingReminder")),
      );
  expect(await told()).toEqual([]);
  await reminder(at(30));
  await deliverEvents(s.job("outbox"));
  expect(await told()).toHaveLength(1);
});

describe("an hourly digest", () => {
  it("leaves out bookings that were decided and conflicts that were settled before it", async () => {
    await chooseChannels(s.as(s.operator), { hourlyDigest: true });
    const owner = await s.owner();
    const ids: string[] = [];
    for (const hour of [50, 54, 58, 62]) ids.push((await s.book(owner, hour)).id);
    const [decided = "", waits, settled = "", conflict = ""] = ids;
    const flag = (id: string, conflict: "OverCapacity" | null) =>
      db
        .update(bookings)
        .set({ conflict, conflictAt: conflict && testStart })
        .where(eq(bookings.id, id));
    for (const bookingId of [settled, conflict]) {
      await approveBooking(s.as(s.office), { id: bookingId });
      await flag(bookingId, "OverCapacity");
      await publishEvent(s.job("slots"), {
        type: "booking.conflict",
        payload: { bookingId, ownerId: owner.userId, reason: "OverCapacity" },
        businessId: s.businessId,
        stationId: s.stationId,
      } as never);
    }
    await deliverEvents(s.job("outbox"));
    await approveBooking(s.as(s.office), { id: decided });
    await flag(settled, null);
    const rows = await db.select().from(messages).where(eq(messages.userId, s.operator.userId));
    expect(rows.filter(({ inDigest }) => inDigest)).toHaveLength(6);
    const subjects = await round(s.operator, new Date(testStart.getTime() + hours(1)));
    expect(subjects).toEqual(["2 things wait for you"]);
    const { items } = await listMessages(s.as(s.admin), {
      recipient: s.operator.email ?? "",
      page: 1,
      limit: 10,
    });
    expect(
      items.map(({ kind, status, reason }) => [kind, status, reason].join(" ")).toSorted(),
    ).toEqual([
      "BookingInConflict Dropped Settled",
      "BookingInConflict Sent ",
      "BookingWaits Dropped Decided",
      "BookingWaits Dropped Decided",
      "BookingWaits Dropped Decided",
      "BookingWaits Sent ",
    ]);
    expect(waits).toBeDefined();
    await chooseChannels(s.as(s.operator), { hourlyDigest: false });
  });
});

it("a booking that waits and was moved before the mail went out is told of once, at its present time", async () => {
  const owner = await s.owner();
  const { id } = await s.book(owner, 70);
  await deliverEvents(s.job("outbox"));
  const waits = () =>
    db
      .select()
      .from(messages)
      .where(and(eq(messages.userId, s.office.userId), eq(messages.kind, "BookingWaits")))
      .orderBy(messages.id);
  expect(await waits()).toMatchObject([{ values: { startsAt: at(70).toISOString() } }]);
  await moveBooking(s.as(s.office), {
    id,
    startsAt: at(74),
    endsAt: at(75),
    reason: "Works",
  });
  const times: (string | undefined)[] = [];
  const mail: Transports = {
    Email: async ({ recipient, body }) => {
      if (recipient === s.office.email) times.push(/\d\d:00/.exec(body)?.[0]);
    },
  };
  await deliverEvents(s.job("outbox"));
  await sendMessages(s.job("messages"), mail);
  // 14:00 UTC is 10:00 in New York.
  expect(times).toEqual(["10:00"]);
  expect(await waits()).toMatchObject([
    { status: "Dropped", reason: "Moved" },
    { status: "Sent", reason: null },
  ]);
});

it("what was told of another time is of no use, by its end, too, and whatever it asks", async () => {
  const owner = await s.owner();
  const { id } = await s.approved(owner, 78);
  const told = (from: number, to: number) => ({
    kind: "CodeIssued" as const,
    values: { bookingId: id, startsAt: at(from).toISOString(), endsAt: at(to).toISOString() },
  });
  expect(await whyUseless(s.job("messages"), told(78, 79))).toBeNull();
  expect(await whyUseless(s.job("messages"), told(77, 79))).toBe("Moved");
  expect(await whyUseless(s.job("messages"), told(78, 80))).toBe("Moved");
});

it("a code that rings after a night is told of no more once its booking is canceled", async () => {
  const owner = await s.owner();
  const { id } = await s.approved(owner, 66);
  const code = { kind: "CodeIssued", values: { bookingId: id } } as const;
  expect(await whyUseless(s.job("messages"), code)).toBeNull();
  await cancelBooking(s.as(s.office), { id, reason: "Works", chargeFee: false });
  expect(await whyUseless(s.job("messages"), code)).toBe("NotApproved");
  // What only tells what happened still goes out.
  const approved = { ...code, kind: "BookingApproved" } as const;
  expect(await whyUseless(s.job("messages"), approved)).toBeNull();
});

it("a link that ended while the mail server was away is not sent", async () => {
  const user = await s.owner();
  await publishEvent(s.job("outbox"), {
    type: "user.password_reset_requested",
    payload: { userId: user.userId },
  });
  isAway = true;
  await round(user, at(0.1));
  isAway = false;
  s.clock.advance(minutes(24 * 60));
  await sendMessages(s.job("messages"), out);
  const { items } = await listMessages(s.as(s.admin), {
    recipient: user.email ?? "",
    page: 1,
    limit: 10,
  });
  expect(items).toMatchObject([{ kind: "PasswordReset", status: "Dropped", reason: "LinkEnded" }]);
});
