import { and, eq, inArray } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";

import { notifications, pushSubscriptions } from "@/db/schema/inbox";
import { messages } from "@/db/schema/notifications";
import { cancelBooking, createBooking, runLate } from "@/lib/charging/bookings";
import type { UserActor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { chooseChannels, listNotifications } from "@/lib/insight/inbox";
import { sendMessages } from "@/lib/insight/notifications";
import type { Outgoing, Transports } from "@/lib/insight/notifications/rules";
import { deliverEvents } from "@/lib/records/outbox";
import { publishEvent } from "@/lib/records/outbox/inside";
import { rebuildSlots } from "@/lib/sites/schedules/inside";

import { testDatabase } from "../../../support/database";
import { minutes } from "../../../support/test-clock";
import { testStart } from "../../../support/world";
import { ccs, closePlace, mixedStation, plugsAt } from "../../charging/bookings/mixed-station";
import { at, settingOf } from "../../charging/bookings/setting";
import { own, serve, wait } from "../../charging/waiting/lines";

const { db } = await testDatabase();
const s = await settingOf(db);

/** What left the house. */
let sent: Outgoing[] = [];
const send = async (message: Outgoing) => void sent.push(message);
const out: Transports = { Email: send, Sms: send, WebPush: send };

beforeEach(async () => {
  s.clock.set(testStart);
  await deliverEvents(s.job("outbox"));
  await db.delete(messages);
  sent = [];
});

/** A station whose one place somebody has at 18:00 UTC, 14:00 in New York, and gives back when asked. */
async function taken() {
  const stationId = await s.station({ capacity: 1, name: "Harbour" });
  const holder = await s.owner();
  const { id } = await s.book(holder, 30, 31, stationId);
  return {
    stationId,
    giveBack: () => cancelBooking(s.as(holder), { id, chargeFee: false }),
  };
}

/** An owner with a phone's browser, who wants text messages and is in quiet hours all day. */
async function quietOwner(): Promise<UserActor> {
  const owner = await s.owner();
  const { userId } = owner;
  const row = { userId, endpoint: `https://push.test/${userId}`, p256dh: "p", auth: "a" };
  await db.insert(pushSubscriptions).values({ ...row, id: newId(), createdAt: testStart });
  await chooseChannels(s.as(owner), {
    sms: { waitingList: true },
    quietHours: { from: "00:00", to: "23:59" },
  });
  return owner;
}

/** What stands in a person's inbox, the newest first. */
async function inboxOf(person: UserActor) {
  await deliverEvents(s.job("outbox"));
  return (await listNotifications(s.as(person), { page: 1, limit: 20 })).items;
}

/** Which messages there are for a person, and what became of them. */
async function messagesTo({ userId }: UserActor, ...kinds: readonly string[]) {
  const rows = await db
    .select()
    .from(messages)
    .where(and(eq(messages.userId, userId), inArray(messages.kind, kinds as never)))
    .orderBy(messages.channel);
  return rows.map(({ channel, status, reason }) => [channel, status, reason]);
}

describe("a place that is held for who waits", () => {
  it("comes by every way in their quiet hours, and leads to the page that books it", async () => {
    const { stationId, giveBack } = await taken();
    const owner = await quietOwner();
    const { id } = await wait(s, owner, [30, 31], { stationId });
    await giveBack();
    await serve(s);
    const path = `/stations/${stationId}/book?${new URLSearchParams({
      startsAt: at(30).toISOString(),
      endsAt: at(31).toISOString(),
      offer: id,
    })}`;
    expect(await inboxOf(owner)).toMatchObject([
      {
        kind: "PlaceOffered",
        title: "A place is free at Harbour",
        // The tests begin at 12:00 UTC, which is 08:00 there.
        message: expect.stringMatching(
          /^Tue, Jun 2, 14:00–15:00\. It is held for you until 08:10\.$/,
        ),
        stationId,
        bookingId: null,
        path,
      },
    ]);
    await sendMessages(s.job("messages"), out);
    expect(await messagesTo(owner, "PlaceOffered")).toEqual([
      ["Email", "Sent", null],
      ["Sms", "Sent", null],
      ["WebPush", "Sent", null],
    ]);
    const push = sent.find(({ subscription }) => subscription);
    expect(push).toMatchObject({ isUrgent: true, validSeconds: 600 });
    const told = sent.filter(({ body }) => body.includes("held for you"));
    expect(told).toHaveLength(3);
    for (const message of told) expect(message.url).toBe(`http://baybook.test${path}`);
  });

  it("is told of no more once it is booked or over, and then to nobody but in the inbox", async () => {
    const told = await Promise.all([taken(), taken()]);
    const [booked, late] = [await quietOwner(), await quietOwner()];
    const entries = [];
    for (const [index, owner] of [booked, late].entries()) {
      const { stationId = "", giveBack = async () => {} } = told[index] ?? {};
      entries.push(await wait(s, owner, [30, 31], { stationId }));
      await giveBack();
    }
    await serve(s);
    await deliverEvents(s.job("outbox"));
    await createBooking(s.as(booked), {
      stationId: told[0].stationId,
      startsAt: at(30),
      endsAt: at(31),
      offerId: entries[0]?.id,
    });
    s.clock.advance(minutes(10));
    await serve(s);
    await deliverEvents(s.job("outbox"));
    await sendMessages(s.job("messages"), out);
    for (const owner of [booked, late]) {
      expect(await messagesTo(owner, "PlaceOffered", "PlaceOfferOver")).toEqual(
        ["Email", "Sms", "WebPush"].map((channel) => [channel, "Dropped", "OfferEnded"]),
      );
    }
    expect(await inboxOf(late)).toMatchObject([
      { kind: "PlaceOfferOver", path: `/stations/${told[1].stationId}` },
      { kind: "PlaceOffered" },
    ]);
    expect((await inboxOf(booked)).map(({ kind }) => kind)).not.toContain("PlaceOfferOver");
  });

  it("is told to be gone where the station lost it, in the inbox and by push", async () => {
    const stationId = await mixedStation(s, [[[ccs], 50_000]]);
    const holder = await s.owner();
    const booking = await s.book(holder, 30, 31, stationId);
    const owner = await quietOwner();
    await chooseChannels(s.as(owner), { quietHours: null });
    await wait(s, owner, [30, 31], { stationId });
    await cancelBooking(s.as(holder), { id: booking.id, chargeFee: false });
    await serve(s);
    await deliverEvents(s.job("outbox"));
    await closePlace(s, stationId, (await plugsAt(s, stationId))(1), [29, 32]);
    await rebuildSlots(s.job("slots"), [stationId]);
    expect(await inboxOf(owner)).toMatchObject([
      { kind: "PlaceWithdrawn", path: "/owner/bookings" },
      { kind: "PlaceOffered" },
    ]);
    await sendMessages(s.job("messages"), out);
    expect(await messagesTo(owner, "PlaceWithdrawn")).toEqual([["WebPush", "Sent", null]]);
    expect(await messagesTo(owner, "PlaceOffered")).toContainEqual([
      "Email",
      "Dropped",
      "OfferEnded",
    ]);
  });

  it("another place for somebody who was refused is on their screen, and is told nowhere else", async () => {
    const { stationId } = await taken();
    const owner = await s.owner();
    const about = {
      kind: "Alternative" as const,
      waitingId: newId(),
      ownerId: owner.userId,
      stationId,
      startsAt: at(31).toISOString(),
      endsAt: at(32).toISOString(),
    };
    const offerEndsAt = at(0.1).toISOString();
    await publishEvent(
      s.job("waiting"),
      { type: "waiting.offered", payload: { ...about, offerEndsAt } },
      { type: "waiting.expired", payload: { ...about, wasOffered: true } },
    );
    expect(await inboxOf(owner)).toEqual([]);
  });

  it("whoever waited in vain hears nothing", async () => {
    const { stationId } = await taken();
    const owner = await s.owner();
    await wait(s, owner, [30, 31], { stationId });
    s.clock.set(at(30));
    await serve(s);
    expect(await own(s, owner)).toEqual([["Expired", null]]);
    expect(await inboxOf(owner)).toEqual([]);
  });
});

it("a driver who comes late is told to the operators alone, in quiet hours too, until the car is there", async () => {
  const owner = await s.owner();
  const { id, number } = await s.approved(owner, 30);
  await deliverEvents(s.job("outbox"));
  await db.delete(messages);
  await db.delete(notifications);
  const { userId } = s.operator;
  const row = { userId, endpoint: `https://push.test/${userId}`, p256dh: "p", auth: "a" };
  await db.insert(pushSubscriptions).values({ ...row, id: newId(), createdAt: testStart });
  await chooseChannels(s.as(s.operator), { quietHours: { from: "00:00", to: "23:59" } });
  s.clock.set(new Date(at(30).getTime() + minutes(5)));
  await runLate(s.as(owner), { id });
  expect(await inboxOf(s.operator)).toMatchObject([
    {
      kind: "RunningLate",
      bookingId: id,
      message: expect.stringMatching(
        new RegExp(`^${number}, Tue, Jun 2, 14:00–15:00\\. The place is kept until 14:30\\.$`),
      ),
      path: "/operator#exceptions",
    },
  ]);
  for (const one of [s.office, owner]) expect(await inboxOf(one)).toEqual([]);
  await s.force(id, "InProgress");
  await sendMessages(s.job("messages"), out);
  expect(await messagesTo(s.operator, "RunningLate")).toEqual([["WebPush", "Dropped", "Settled"]]);
});
