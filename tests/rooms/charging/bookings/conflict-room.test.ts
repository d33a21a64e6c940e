import { eq, inArray } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";

import { audits } from "@/db/schema/audit";
import { bookings } from "@/db/schema/bookings";
import { cancelBooking } from "@/lib/charging/bookings";
import { previewHold } from "@/lib/sites/schedules";
import { rebuildSlots } from "@/lib/sites/schedules/inside";

import { testDatabase } from "../../../support/database";
import { testStart } from "../../../support/world";
import {
  bookFor,
  ccs,
  chademo,
  closePlace,
  expectParked,
  mixedStation,
  type PlaceKind,
  plugsAt,
  plugsOf,
} from "./mixed-station";
import { at, refusal, settingOf } from "./setting";

const { db } = await testDatabase({ max: 20 });
const s = await settingOf(db);
const slow = 50_000;
const minute = 1 / 60;

beforeEach(() => s.clock.set(testStart));

/** A station of these places, and what happens there. */
async function siteOf(...places: readonly PlaceKind[]) {
  const id = await mixedStation(s, places);
  const plug = await plugsAt(s, id);
  return {
    id,
    book: async (hours: readonly [number, number], ask?: Parameters<typeof bookFor>[4]) => {
      const { id: made } = await bookFor(s, await s.owner(), id, hours, ask);
      s.clock.advance(1);
      return made;
    },
    cancel: (booking: string) =>
      cancelBooking(s.as(s.office), { id: booking, reason: "Gone", chargeFee: false }),
    close: async (number: number, hours: readonly [number, number]) => {
      await closePlace(s, id, plug(number), hours);
      await rebuildSlots(s.job("slots"), [id]);
    },
    /** Those that would be flagged if the place were closed. */
    foretold: async (number: number, [from, to]: readonly [number, number]) => {
      const hold = { stationId: id, startsAt: at(from), endsAt: at(to), reason: "Cable" };
      const preview = await previewHold(s.as(s.office), { ...hold, connectorIds: [plug(number)] });
      return preview.conflicts.map(({ bookingId }) => bookingId);
    },
    flagged: async () => {
      const rows = await db.select().from(bookings).where(eq(bookings.stationId, id));
      return rows.filter(({ conflict }) => conflict !== null).map((row) => row.id);
    },
  };
}

describe("when places are lost", () => {
  it("another booking makes room for the one that had the place, in silence", async () => {
    const site = await siteOf([[ccs, chademo], slow], [[ccs], slow], [[chademo], slow]);
    const gone = await site.book([30, 32], { standard: ccs });
    const either = await site.book([30, 32], { standard: ccs });
    const asks = await site.book([30, 32], { standard: chademo });
    await site.cancel(gone);
    expect(await plugsOf(s, either)).toEqual([chademo, ccs].toSorted());
    expect(await plugsOf(s, asks)).toEqual([chademo]);
    const told = await db.$count(audits, inArray(audits.entityId, [either, asks]));
    expect(await site.foretold(3, [30, 31])).toEqual([]);
    await site.close(3, [30, 31]);
    expect(await site.flagged()).toEqual([]);
    expect(await plugsOf(s, either)).toEqual([ccs]);
    expect(await plugsOf(s, asks)).toEqual([chademo, ccs].toSorted());
    expect(await db.$count(audits, inArray(audits.entityId, [either, asks]))).toBe(told);
    await expectParked(s, site.id);
    await s.holds();
  });

  it("but not one whose car may come already", async () => {
    const site = await siteOf([[ccs, chademo], slow], [[ccs], slow], [[chademo], slow]);
    await s.set("checkInBeforeMinutes", 15, site.id);
    const gone = await site.book([40, 42], { standard: ccs });
    const either = await site.book([40, 42], { standard: ccs });
    const asks = await site.book([40, 42], { standard: chademo });
    await site.cancel(gone);
    s.clock.set(at(40 - 15 * minute));
    expect(await site.foretold(3, [41, 42])).toEqual([asks]);
    s.clock.set(at(40 - 15 * minute, -1));
    expect(await site.foretold(3, [41, 42])).toEqual([]);
    s.clock.set(at(40 - 15 * minute));
    await site.close(3, [41, 42]);
    expect(await site.flagged()).toEqual([asks]);
    expect(await plugsOf(s, either)).toEqual([chademo, ccs].toSorted());
    await s.holds();
  });

  it("a younger one whose place is untouched keeps it, and the older finds another or none", async () => {
    const site = await siteOf([[ccs], slow], [[ccs], 150_000]);
    const older = await site.book([50, 51]);
    const younger = await site.book([50, 51], { minPowerKw: 100 });
    expect(await site.foretold(1, [50, 51])).toEqual([older]);
    await site.close(1, [50, 51]);
    expect(await site.flagged()).toEqual([older]);
    await site.cancel(younger);
    expect(await site.flagged()).toEqual([]);
    await expectParked(s, site.id);
    await s.holds();
  });

  it("nobody who has a place gives it up for one that was flagged, whoever came first", async () => {
    const site = await siteOf([[ccs], slow], [[ccs], slow]);
    const other = await site.book([60, 61]);
    const long = await site.book([60, 62]);
    const late = await site.book([61, 62]);
    await site.close(2, [60, 62]);
    expect(await site.flagged()).toEqual([long]);
    // The first hour is free again, and the second is not.
    await site.cancel(other);
    expect(await site.flagged()).toEqual([long]);
    await site.cancel(late);
    expect(await site.flagged()).toEqual([]);
    await s.holds();
  });
});

describe("in a race", () => {
  it("32 cancellations and new bookings at once where some are flagged: whoever is not has a place of their own", async () => {
    const kinds: PlaceKind[] = [
      [[ccs], slow],
      [[ccs], slow],
      [[chademo], slow],
      [[chademo], slow],
      [[ccs, chademo], slow],
      [[ccs, chademo], slow],
    ];
    const site = await siteOf(...kinds);
    const hour = 80;
    const asks = [{ standard: ccs }, { standard: chademo }, {}];
    const made: string[] = [];
    const hoursOf = (index: number) =>
      [hour + (index % 4), hour + 1 + (index % 4) + (index % 2)] as const;
    for (let index = 0; index < 30; index += 1) {
      await refusal(site.book(hoursOf(index), asks[index % 3]).then((id) => made.push(id)));
    }
    await site.close(3, [hour, hour + 3]);
    await site.close(5, [hour + 1, hour + 4]);
    expect((await site.flagged()).length).toBeGreaterThan(2);
    const cancels = made.filter((_, index) => index % 2 === 0).map((id) => site.cancel(id));
    const creates = Array.from({ length: 32 - cancels.length }, (_, index) =>
      site.book(hoursOf(index), asks[index % 3]),
    );
    const answers = await Promise.all([...cancels, ...creates].map(refusal));
    expect([...new Set(answers)].toSorted()).toEqual(["done", "slot.full"]);
    await expectParked(s, site.id);
    await s.holds();
  });
});

describe("beside those who fit nowhere", () => {
  it("what is sold is a place that lasts", async () => {
    const site = await siteOf([[ccs], slow], [[ccs], slow], [[ccs], slow], [[ccs], slow]);
    await site.book([72, 75]);
    const second = await site.book([74, 75]);
    await site.book([74, 76]);
    const flagged = await site.book([74, 75]);
    // In hour 74 there are three places for four; only the third is open from 72 to 74, and the first car needs it.
    await site.close(4, [70, 80]);
    await site.close(1, [72, 73]);
    await site.close(2, [73, 74]);
    await site.close(3, [75, 76]);
    expect(await site.flagged()).toEqual([flagged]);
    // One is left in each of the two hours, and none in both.
    expect(await refusal(site.book([72, 74]))).toBe("slot.full");
    await site.book([71, 73]);
    await site.book([73, 74]);
    await rebuildSlots(s.job("slots"), [site.id]);
    expect(await site.flagged()).toEqual([flagged]);
    await site.cancel(second);
    expect(await site.flagged()).toEqual([]);
    await expectParked(s, site.id);
    await s.holds();
  });
});
