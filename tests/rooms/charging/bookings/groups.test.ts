import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { audits } from "@/db/schema/audit";
import { bookings } from "@/db/schema/bookings";
import { connectors } from "@/db/schema/stations";
import { cancelBooking, modifyBooking } from "@/lib/charging/bookings";
import { rebuildSlots } from "@/lib/sites/schedules/inside";

import { testDatabase } from "../../../support/database";
import { testStart } from "../../../support/world";
import { add } from "../../sites/drivers/setting";
import {
  bookFor,
  ccs,
  chademo,
  closePlace,
  expectParked,
  mixedStation,
  plugsAt,
  plugsOf,
} from "./mixed-station";
import { at, refusal, settingOf } from "./setting";

const { db } = await testDatabase({ max: 64 });
const s = await settingOf(db);
const fast = 150_000;
const slow = 50_000;

describe("a booking takes its place in one group that suits it", () => {
  it("the fourth CCS car is not sold the CHAdeMO place", async () => {
    const id = await mixedStation(s, [
      [[ccs], slow],
      [[ccs], slow],
      [[ccs], slow],
      [[chademo], slow],
    ]);
    for (let car = 0; car < 3; car += 1) {
      await bookFor(s, await s.owner(), id, [30, 32], { standard: ccs });
    }
    const fourth = bookFor(s, await s.owner(), id, [30, 31], { standard: ccs });
    expect(await refusal(fourth)).toBe("slot.full");
    const other = await bookFor(s, await s.owner(), id, [30, 32], { standard: chademo });
    expect(await plugsOf(s, other.id)).toEqual([chademo]);
    await expectParked(s, id);
    await s.holds();
  });

  it("that of the car that is named, unless a plug is asked for; of a car whose plugs nobody told any", async () => {
    const id = await mixedStation(s, [
      [[ccs], slow],
      [[chademo], slow],
    ]);
    const owner = await s.owner();
    const leaf = await add(s, owner, "LEAF 1", { standards: [chademo] });
    const untold = await add(s, owner, "ANY 1");
    const booked = await bookFor(s, owner, id, [30, 31], { vehicleId: leaf.id });
    expect(booked.standard).toBe(chademo);
    expect(await plugsOf(s, booked.id)).toEqual([chademo]);
    const other = await s.owner();
    const same = await add(s, other, "LEAF 2", { standards: [chademo] });
    const inVain = bookFor(s, other, id, [30, 31], { vehicleId: same.id });
    expect(await refusal(inVain)).toBe("slot.full");
    const asked = await bookFor(s, other, id, [30, 31], { vehicleId: same.id, standard: ccs });
    expect(asked.standard).toBe(ccs);
    const any = await bookFor(s, owner, id, [32, 33], { vehicleId: untold.id });
    expect(any.standard).toBeNull();
    await s.holds();
  });

  it("that which others need least, and no power that nobody tells", async () => {
    const id = await mixedStation(s, [
      [[ccs, chademo], fast],
      [[ccs], fast],
      [[ccs], slow],
      [[ccs], null],
    ]);
    const book = async (ask: Parameters<typeof bookFor>[4]) =>
      (await bookFor(s, await s.owner(), id, [40, 41], ask)).id;
    const strong = await book({ standard: ccs, minPowerKw: 100 });
    const any = await book({});
    const power = async (booking: string) => {
      const [row] = await db.select().from(bookings).where(eq(bookings.id, booking));
      return row?.placeGroup;
    };
    expect(await plugsOf(s, strong)).toEqual([ccs]);
    expect(await power(strong)).toBe(2);
    expect(await power(any)).toBe(4);
    expect(await power(await book({ standard: ccs, minPowerKw: 50 }))).toBe(3);
    expect(await power(await book({ standard: ccs, minPowerKw: 50 }))).toBe(1);
    const none = bookFor(s, await s.owner(), id, [40, 41], { minPowerKw: 50 });
    expect(await refusal(none)).toBe("slot.full");
    await s.holds();
  });
});

describe("bookings make room for one another", () => {
  it("one that suits elsewhere goes there, in silence", async () => {
    const id = await mixedStation(s, [
      [[ccs, chademo], slow],
      [[ccs], slow],
    ]);
    const first = await bookFor(s, await s.owner(), id, [50, 52], { standard: ccs });
    const blocked = await bookFor(s, await s.owner(), id, [52, 53], { standard: ccs });
    // Both stand at the place with one plug; a third takes the other, and then a CHAdeMO car asks.
    const third = await bookFor(s, await s.owner(), id, [52, 53], { standard: ccs });
    expect(await plugsOf(s, third.id)).toEqual([chademo, ccs].toSorted());
    await cancelBooking(s.as(s.office), { id: blocked.id, reason: "Gone", chargeFee: false });
    const told = (await db.select().from(audits)).length;
    const asks = await bookFor(s, await s.owner(), id, [51, 53], { standard: chademo });
    expect(await plugsOf(s, asks.id)).toEqual([chademo, ccs].toSorted());
    expect(await plugsOf(s, third.id)).toEqual([ccs]);
    expect(await plugsOf(s, first.id)).toEqual([ccs]);
    // One booking was made, nothing else is on record.
    expect((await db.select().from(audits)).length).toBe(told + 1);
    await expectParked(s, id);
    await s.holds();
  });

  it("but not one whose car may come already", async () => {
    const id = await mixedStation(s, [
      [[ccs, chademo], slow],
      [[ccs], slow],
    ]);
    const beforehand = 15 / 60;
    const hour = 60;
    const one = await bookFor(s, await s.owner(), id, [hour, hour + 1], { standard: ccs });
    const other = await bookFor(s, await s.owner(), id, [hour, hour + 1], { standard: ccs });
    await cancelBooking(s.as(s.office), { id: one.id, reason: "Gone", chargeFee: false });
    await s.set("leadMinutes", 0, id);
    await s.set("checkInBeforeMinutes", 15, id);
    s.clock.set(at(hour - beforehand));
    const ask = async () =>
      refusal(bookFor(s, await s.owner(), id, [hour, hour + 1], { standard: chademo }));
    expect(await ask()).toBe("slot.full");
    s.clock.set(at(hour - beforehand, -1));
    expect(await ask()).toBe("done");
    expect(await plugsOf(s, other.id)).toEqual([ccs]);
    s.clock.set(testStart);
    await s.holds();
  });

  it("a move to another time finds a group, and room that others make", async () => {
    const id = await mixedStation(s, [
      [[ccs, chademo], slow],
      [[ccs], slow],
    ]);
    const owner = await s.owner();
    const mine = await bookFor(s, owner, id, [70, 71], { standard: chademo });
    const first = await bookFor(s, await s.owner(), id, [80, 81], { standard: ccs });
    const second = await bookFor(s, await s.owner(), id, [80, 81], { standard: ccs });
    await cancelBooking(s.as(s.office), { id: first.id, reason: "Gone", chargeFee: false });
    await modifyBooking(s.as(owner), { id: mine.id, startsAt: at(80), endsAt: at(81) });
    expect(await plugsOf(s, second.id)).toEqual([ccs]);
    await expectParked(s, id);
    await s.holds();
  });
});

describe("where places open and close", () => {
  it("nobody is sold hours that no single place has", async () => {
    const id = await mixedStation(s, [
      [[ccs], slow],
      [[ccs], slow],
    ]);
    const plug = await plugsAt(s, id);
    await closePlace(s, id, plug(1), [90, 91]);
    await closePlace(s, id, plug(2), [92, 93]);
    await rebuildSlots(s.job("slots"), [id]);
    // A place is left in each of the three hours, and none in all of them.
    expect(await refusal(bookFor(s, await s.owner(), id, [90, 93]))).toBe("slot.full");
    expect(await refusal(bookFor(s, await s.owner(), id, [90, 92]))).toBe("done");
    expect(await refusal(bookFor(s, await s.owner(), id, [91, 93]))).toBe("done");
    expect(await refusal(bookFor(s, await s.owner(), id, [91, 92]))).toBe("slot.full");
    await expectParked(s, id);
    await s.holds();
  });

  it("who had a place on what is left keeps it, and the others are flagged until theirs is back", async () => {
    const id = await mixedStation(s, [
      [[ccs], slow],
      [[ccs], fast],
      [[chademo], slow],
    ]);
    const made = [];
    for (const standard of [ccs, ccs, chademo]) {
      made.push(await bookFor(s, await s.owner(), id, [100, 101], { standard }));
      s.clock.advance(1);
    }
    await db.update(connectors).set({ status: "Inactive" }).where(eq(connectors.stationId, id));
    const all = await db.select().from(connectors).where(eq(connectors.stationId, id));
    const strong = all.find(({ maxPowerW }) => maxPowerW === fast)?.id ?? "";
    await db.update(connectors).set({ status: "Active" }).where(eq(connectors.id, strong));
    await rebuildSlots(s.job("slots"), [id]);
    const rows = await db.select().from(bookings).where(eq(bookings.stationId, id));
    const flags = made.map((booking) => rows.find((row) => row.id === booking.id)?.conflict);
    // Of the CCS cars the second stays, whose place is the one that is left; the others fit nowhere.
    expect(flags).toEqual(["OverCapacity", null, "OverCapacity"]);
    await s.holds();
    await db.update(connectors).set({ status: "Active" }).where(eq(connectors.stationId, id));
    await rebuildSlots(s.job("slots"), [id]);
    const after = await db.select().from(bookings).where(eq(bookings.stationId, id));
    expect(after.map(({ conflict }) => conflict)).toEqual([null, null, null]);
    await expectParked(s, id);
    await s.holds();
  });
});

describe.each([1, 2, 3])("round %i", (round) => {
  it("64 mixed asks at once at 2 CCS, 1 CHAdeMO and 1 of both: four get a place that suits", async () => {
    const id = await mixedStation(s, [
      [[ccs], slow],
      [[ccs], slow],
      [[chademo], slow],
      [[ccs, chademo], slow],
    ]);
    const owners = await Promise.all(Array.from({ length: 64 }, () => s.owner()));
    const hour = 120 + round * 10;
    const asks = [{ standard: ccs }, { standard: chademo }, {}, { standard: ccs, minPowerKw: 50 }];
    const answers = await Promise.all(
      owners.map((owner, index) =>
        refusal(
          bookFor(
            s,
            owner,
            id,
            [hour + (index % 3), hour + (index % 3) + 1 + (index % 2)],
            asks[index % 4],
          ),
        ),
      ),
    );
    expect([...new Set(answers)].toSorted()).toEqual(["done", "slot.full"]);
    await expectParked(s, id);
    await s.holds();
  });

  it("connectors that change against bookings: whoever has a place is parked, the rest is flagged", async () => {
    const id = await mixedStation(s, [
      [[ccs], slow],
      [[ccs, chademo], slow],
    ]);
    const owners = await Promise.all(Array.from({ length: 16 }, () => s.owner()));
    const hour = 100 + round * 10;
    const change = async () => {
      await db.update(connectors).set({ maxPowerW: fast }).where(eq(connectors.stationId, id));
      await rebuildSlots(s.job("slots"), [id]);
    };
    await Promise.all([
      ...owners.map((owner, index) =>
        refusal(
          bookFor(s, owner, id, [hour + (index % 4), hour + 1 + (index % 4)], { standard: ccs }),
        ),
      ),
      change(),
    ]);
    const rows = await db.select().from(bookings).where(eq(bookings.stationId, id));
    expect(rows).toHaveLength(8);
    expect(rows.every(({ conflict }) => conflict === null)).toBe(true);
    await expectParked(s, id);
    await s.holds();
  });
});
