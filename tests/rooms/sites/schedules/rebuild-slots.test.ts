import { asc, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { maintenanceHolds, slots } from "@/db/schema/schedules";
import { stations } from "@/db/schema/stations";
import { inTransaction } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { cleanSlots, refreshSlots } from "@/lib/sites/schedules";
import {
  claimPlaces,
  rebuildSlots,
  recountPlaces,
  releasePlaces,
} from "@/lib/sites/schedules/inside";
import { digestOf } from "@/lib/sites/schedules/digest-slots";
import { findDigests } from "@/lib/sites/schedules/store/inventory";
import { findGroupSlots } from "@/lib/sites/schedules/store/slots";

import { testDatabase } from "../../../support/database";
import { hours } from "../../../support/test-clock";
import { makeBusiness, makeStation, makeUser, testStart } from "../../../support/world";
import { settingOf } from "./setting";

const { db } = await testDatabase({ max: 30 });
const business = await makeBusiness(db);
const world = settingOf(db);
const owner = await makeUser(db, "EvOwner");

const openStation = async (options: Parameters<typeof makeStation>[2] = {}) => {
  const { id } = await makeStation(db, business.id, options);
  await world.open(id, ["08:00", "22:00"]);
  return id;
};

/** Which row versions there are: any write would change one. */
const versions = (stationId: string) =>
  db
    .select({ version: sql<string>`${slots}.xmin::text || ${slots}.ctid::text` })
    .from(slots)
    .where(eq(slots.stationId, stationId))
    .orderBy(asc(slots.startsAt));

describe("rebuilding slots", () => {
  it("builds 14 days of slots from now on, and a second run writes no row", async () => {
    const id = await openStation();
    await rebuildSlots(world.job("slots"), [id]);
    const built = await world.slots(id);
    expect(built).toHaveLength(14 * 14);
    expect(built[0]?.startsAt).toEqual(testStart);
    expect(built[0]).toMatchObject({ capacity: 4, held: 0, reserved: 0 });
    const before = await versions(id);
    await rebuildSlots(world.job("slots"), [id]);
    expect(await versions(id)).toEqual(before);
  });

  it("has of what is stored the same text as of what should be, so that one look tells", async () => {
    const places = [
      { standards: ["CHADEMO"], powerW: 50_000 },
      { standards: ["IEC_62196_T2"], powerW: 22_000 },
      { standards: ["CHADEMO"], powerW: 50_000 },
    ];
    const id = await openStation({ places });
    await db.insert(maintenanceHolds).values({
      id: newId(),
      stationId: id,
      startsAt: new Date("2026-06-02T12:30:00Z"),
      endsAt: new Date("2026-06-02T15:00:00Z"),
      connectors: 1,
      reason: "Cable",
      createdAt: testStart,
    });
    await rebuildSlots(world.job("slots"), [id]);
    const ctx = world.job("slots");
    const stored = await findGroupSlots(ctx, [id], testStart, new Date("2200-01-01"));
    const ahead = stored.filter(({ startsAt }) => startsAt > testStart);
    expect(ahead.some(({ uneven }) => uneven)).toBe(true);
    expect(ahead.some(({ held }) => held > 0)).toBe(true);
    expect((await findDigests(ctx, [id], testStart)).get(id)).toBe(digestOf(ahead));
  });

  it("writes only the slots that a hold changes, and marks those around them", async () => {
    const id = await openStation();
    await rebuildSlots(world.job("slots"), [id]);
    const before = await versions(id);
    await db.insert(maintenanceHolds).values({
      id: newId(),
      stationId: id,
      startsAt: new Date("2026-06-02T12:30:00Z"),
      endsAt: new Date("2026-06-02T13:30:00Z"),
      connectors: 3,
      reason: "New cable",
      createdAt: testStart,
    });
    await rebuildSlots(world.job("slots"), [id]);
    const after = await versions(id);
    // The whole of its day: there a count is no promise any more.
    expect(after.filter(({ version }, index) => version !== before[index]?.version)).toHaveLength(
      14,
    );
    const changed = (await world.slots(id)).filter(({ held }) => held > 0);
    expect(changed.map(({ capacity, held }) => [capacity, held])).toEqual([
      [1, 3],
      [1, 3],
    ]);
  });

  it("leaves slots that have begun as they are, and never overlaps them", async () => {
    const id = await openStation({ slotMinutes: 240 });
    await rebuildSlots(world.job("slots"), [id]);
    world.clock.set("2026-06-01T14:30:00Z");
    await db.update(stations).set({ slotMinutes: 60 }).where(eq(stations.id, id));
    await rebuildSlots(world.job("slots"), [id]);
    const [begun, next] = await world.slots(id);
    expect(begun?.endsAt).toEqual(new Date("2026-06-01T16:00:00Z"));
    expect(next?.startsAt).toEqual(new Date("2026-06-01T16:00:00Z"));
    expect(next?.endsAt).toEqual(new Date("2026-06-01T17:00:00Z"));
  });

  it("counts the bookings in slots that are made anew or resized", async () => {
    const id = await openStation();
    const { userId: ownerId } = owner;
    const at = { stationId: id, businessId: business.id, ownerId };
    await world.book(at, "2026-06-02T13:00:00Z", "2026-06-02T15:00:00Z");
    await rebuildSlots(world.job("slots"), [id]);
    const reserved = async () =>
      (await world.slots(id))
        .filter((slot) => slot.reserved > 0)
        .map((slot) => slot.startsAt.toISOString().slice(11, 16));
    expect(await reserved()).toEqual(["13:00", "14:00"]);
    await db.update(stations).set({ slotMinutes: 120 }).where(eq(stations.id, id));
    await rebuildSlots(world.job("slots"), [id]);
    expect(await reserved()).toEqual(["12:00", "14:00"]);
    expect(
      await recountPlaces(world.job("reconcile"), { stationIds: [id], from: testStart }),
    ).toEqual([]);
  });

  it("takes the slots of an Inactive station away", async () => {
    const id = await openStation();
    await rebuildSlots(world.job("slots"), [id]);
    await db.update(stations).set({ status: "Inactive" }).where(eq(stations.id, id));
    await rebuildSlots(world.job("slots"), [id]);
    expect((await world.slots(id)).filter(({ startsAt }) => startsAt > testStart)).toEqual([]);
  });

  it("waits for a booking in progress and counts it", async () => {
    const id = await openStation();
    let rebuilt: Promise<void> | undefined;
    await inTransaction(world.job("slots"), async (ctx) => {
      await ctx.db.select().from(stations).where(eq(stations.id, id)).for("share");
      rebuilt = rebuildSlots(world.job("slots"), [id]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const inside = settingOf(ctx.db);
      const at = { stationId: id, businessId: business.id, ownerId: owner.userId };
      await inside.book(at, "2026-06-03T13:00:00Z", "2026-06-03T14:00:00Z");
    });
    await rebuilt;
    const [booked] = (await world.slots(id)).filter(({ reserved }) => reserved === 1);
    expect(booked?.startsAt).toEqual(new Date("2026-06-03T13:00:00Z"));
  });
});

describe("refreshing all stations", () => {
  it("moves the horizon on, once however many refresh at once, and then writes nothing", async () => {
    const ids = await Promise.all(Array.from({ length: 120 }, () => openStation()));
    await refreshSlots(world.job("slots"));
    world.clock.advance(hours(3));
    const runs = await Promise.all([1, 2, 3].map(() => refreshSlots(world.job("slots"))));
    expect(runs.reduce((sum, { added }) => sum + added, 0)).toBeGreaterThanOrEqual(120 * 3);
    for (const id of [ids[0], ids[119]]) {
      const rows = await world.slots(id ?? "");
      expect(rows).toHaveLength(14 * 14 + 3);
    }
    const again = await refreshSlots(world.job("slots"));
    expect(again).toMatchObject({ added: 0, changed: 0, removed: 0 });
  });

  it("leaves out stations that no business runs", async () => {
    const { id } = await makeStation(db, null);
    await world.open(id, ["00:00", "24:00"]);
    await refreshSlots(world.job("slots"));
    expect(await world.slots(id)).toEqual([]);
  });

  it("refreshes a station that a booking held meanwhile", async () => {
    const id = await openStation();
    let run: Promise<unknown> | undefined;
    await inTransaction(world.job("slots"), async (ctx) => {
      await ctx.db.select().from(stations).where(eq(stations.id, id)).for("share");
      run = refreshSlots(world.job("slots"));
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    await run;
    expect(await world.slots(id)).toHaveLength(14 * 14);
  });
});

describe("places", () => {
  const range = (stationId: string, from: string, to: string) => ({
    kind: "Booking" as const,
    stationId,
    group: 1,
    need: {},
    startsAt: new Date(`2026-06-02T${from}:00Z`),
    endsAt: new Date(`2026-06-02T${to}:00Z`),
  });

  it("lets 64 take 4 places at once: exactly 4 get one", async () => {
    const id = await openStation();
    await rebuildSlots(world.job("slots"), [id]);
    const wanted = range(id, "13:00", "14:00");
    const taken = await Promise.all(
      Array.from({ length: 64 }, () => claimPlaces(world.job("slots"), wanted)),
    );
    expect(taken.filter((one) => one?.slots.length === 1)).toHaveLength(4);
    expect(await claimPlaces(world.job("slots"), wanted)).toBeNull();
  });

  it("takes from all slots of a range or from none, and never beside slots", async () => {
    const id = await openStation({ connectors: 1 });
    await rebuildSlots(world.job("slots"), [id]);
    const take = async (from: string, to: string) =>
      (await claimPlaces(world.job("slots"), range(id, from, to)))?.slots.map(({ startsAt }) =>
        startsAt.getUTCHours(),
      ) ?? [];
    const taken = async () =>
      (await world.slots(id))
        .filter(({ reserved }) => reserved > 0)
        .map(({ startsAt }) => startsAt.getUTCHours());
    expect(await take("14:00", "15:00")).toEqual([14]);
    expect(await take("13:00", "16:00")).toEqual([]);
    expect(await take("15:30", "17:00")).toEqual([]);
    expect(await take("16:00", "17:30")).toEqual([]);
    expect(await take("11:00", "13:00")).toEqual([]);
    expect(await taken()).toEqual([14]);
    expect(await take("15:00", "18:00")).toEqual([15, 16, 17]);
  });

  it("gives back one place a claim in every slot that it overlaps, whatever it was made for", async () => {
    const id = await openStation({ connectors: 3 });
    await rebuildSlots(world.job("slots"), [id]);
    const hour = range(id, "13:00", "14:00");
    const all = [hour, hour, range(id, "13:00", "16:00")];
    for (const claim of all) await claimPlaces(world.job("slots"), claim);
    const counts = async () =>
      (await world.slots(id))
        .filter(({ startsAt }) => startsAt >= hour.startsAt)
        .slice(0, 3)
        .map(({ reserved }) => reserved);
    expect(await counts()).toEqual([3, 1, 1]);
    await releasePlaces(world.job("slots"), [hour, range(id, "13:30", "15:30")]);
    expect(await counts()).toEqual([1, 0, 0]);
    // What counts nothing already stays at nothing.
    await releasePlaces(world.job("slots"), all);
    expect(await counts()).toEqual([0, 0, 0]);
  });

  it("does not deadlock when ranges are taken and given back in every order", async () => {
    const id = await openStation();
    await rebuildSlots(world.job("slots"), [id]);
    const spans = [
      range(id, "13:00", "17:00"),
      range(id, "15:00", "19:00"),
      range(id, "12:00", "20:00"),
    ];
    await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const span = spans[index % 3] ?? range(id, "13:00", "14:00");
        await inTransaction(world.job("slots"), async (ctx) => {
          await claimPlaces(ctx, span);
          throw new Error("give back");
        }).catch(() => {});
      }),
    );
    expect((await world.slots(id)).every(({ reserved }) => reserved === 0)).toBe(true);
  });

  it("finds and mends a count that is wrong, and reports it", async () => {
    const id = await openStation();
    await rebuildSlots(world.job("slots"), [id]);
    await claimPlaces(world.job("slots"), range(id, "13:00", "14:00"));
    const found = await recountPlaces(world.job("reconcile"), {
      stationIds: [id],
      from: testStart,
    });
    expect(found).toEqual([
      { stationId: id, startsAt: new Date("2026-06-02T13:00:00Z"), group: 1, was: 1, is: 0 },
    ]);
    expect(
      await recountPlaces(world.job("reconcile"), { stationIds: [id], from: testStart }),
    ).toEqual([]);
  });
});

it("removes slots of long ago, but not one that still holds a booking", async () => {
  const id = await openStation();
  await rebuildSlots(world.job("slots"), [id]);
  const [first] = await world.slots(id);
  await claimPlaces(world.job("slots"), {
    kind: "Booking",
    stationId: id,
    need: {},
    startsAt: testStart,
    endsAt: first?.endsAt ?? testStart,
  });
  world.clock.advance(hours(24 * 420));
  expect((await cleanSlots(world.job("clean-up"))).slots).toBeGreaterThan(0);
  expect((await world.slots(id)).map(({ startsAt }) => startsAt)).toEqual([testStart]);
});
