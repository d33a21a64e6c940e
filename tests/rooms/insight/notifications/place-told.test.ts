import { and, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";

import { notifications } from "@/db/schema/inbox";
import { messages } from "@/db/schema/notifications";
import type { UserActor } from "@/lib/core/actor";
import { viewNotification } from "@/lib/insight/inbox/view";
import { wordMessage } from "@/lib/insight/notifications/word-message";
import { deliverEvents } from "@/lib/records/outbox";

import { testDatabase } from "../../../support/database";
import { testStart } from "../../../support/world";
import { bookFor, ccs, chademo, mixedStation } from "../../charging/bookings/mixed-station";
import { settingOf } from "../../charging/bookings/setting";

const { db } = await testDatabase();
const s = await settingOf(db);
const slow = 50_000;

beforeEach(() => s.clock.set(testStart));

/** What the booking's owner reads of the place: the mail's line, and the end of what stands in the inbox. */
async function placeRead({ userId }: UserActor) {
  await deliverEvents(s.job("outbox"));
  const kind = "BookingRequested";
  const [message] = await db
    .select()
    .from(messages)
    .where(and(eq(messages.userId, userId), eq(messages.kind, kind)));
  const [notice] = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, userId), eq(notifications.kind, kind)));
  if (!message || !notice) throw new Error("Nothing was told.");
  const { message: text } = viewNotification(notice, { locale: "en", role: "EvOwner" });
  return [
    /^Place: (.*)$/m.exec(wordMessage(message).body ?? "")?.[1],
    / Place: (.*)\. You will hear/.exec(text)?.[1],
  ];
}

it("a booking's messages say the plug that was asked, or what place it has where there are several kinds", async () => {
  const mixed = await mixedStation(s, [
    [[ccs, chademo], slow],
    [[ccs], 150_000],
  ]);
  const read = async (station: string, ask: object) => {
    const owner = await s.owner();
    await bookFor(s, owner, station, [30, 31], ask);
    return placeRead(owner);
  };
  expect(await read(mixed, { standard: chademo })).toEqual(Array(2).fill("CHAdeMO · 50 kW"));
  expect(await read(mixed, {})).toEqual(Array(2).fill("any plug, at present CCS 2 · 150 kW"));
  const fast = "100 kW or more, at present CCS 2 · 150 kW";
  const both = await mixedStation(s, [
    [[ccs, chademo], slow],
    [[ccs], 150_000],
  ]);
  expect(await read(both, { minPowerKw: 100 })).toEqual(Array(2).fill(fast));
  expect(await read(both, {})).toEqual(
    Array(2).fill("any plug, at present CHAdeMO or CCS 2 · 50 kW"),
  );
});

it("they say nothing of it where all places are alike and nothing was asked", async () => {
  const alike = await mixedStation(s, [
    [[ccs], slow],
    [[ccs], slow],
  ]);
  const [any, asks] = [await s.owner(), await s.owner()];
  await bookFor(s, any, alike, [30, 31]);
  expect(await placeRead(any)).toEqual([undefined, undefined]);
  await bookFor(s, asks, alike, [30, 31], { standard: "CCS" });
  expect(await placeRead(asks)).toEqual(Array(2).fill("CCS 2 · 50 kW"));
});
