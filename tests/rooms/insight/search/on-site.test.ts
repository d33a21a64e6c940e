import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { owners, users } from "@/db/schema/accounts";
import { bookings } from "@/db/schema/bookings";
import type { BookingStatus } from "@/lib/charging/bookings/schema";
import { readMatches } from "@/lib/insight/search";
import { ReadMatches } from "@/lib/insight/search/schema";

import { testDatabase } from "../../../support/database";
import { makeUser } from "../../../support/world";
import { addBooking, addStation, as, makePlace, type Place } from "../reports/setting";

const { db } = await testDatabase();
const place = await makePlace(db, "Gate");
const sibling = await addStation(db, place.businessId, {
  name: "Gate Two",
  timeZone: "Asia/Tokyo",
});
const rival = await makePlace(db, "Rival");

// Everybody who comes looks alike, so that only the day and the place tell them apart.
let plates = 1_000;
async function drive(at: Place, startsAt: string, status: BookingStatus = "Approved") {
  const owner = await makeUser(db, "EvOwner", { name: "Saroja Wickramasinghe" });
  plates += 1;
  const vehiclePlate = `GT ${plates}`;
  const phone = `+9477100${plates}`;
  await db.update(users).set({ phone }).where(eq(users.id, owner.userId));
  await db.update(owners).set({ vehiclePlate }).where(eq(owners.userId, owner.userId));
  const { id, number } = await addBooking(db, at, startsAt, status, { owner });
  await db.update(bookings).set({ vehiclePlate }).where(eq(bookings.id, id));
  return { id, number, phone, plate: vehiclePlate, nic: String(owner.ownerNic), owner };
}

// It is 08:00 on 1 June in New York, whose day is 04:00 to 04:00 UTC.
const today = await drive(place, "2026-06-01T14:00:00Z");
const first = await drive(place, "2026-06-01T04:00:00Z", "Completed");
const last = await drive(place, "2026-06-02T03:59:00Z", "Pending");
const yesterday = await drive(place, "2026-06-01T03:59:00Z", "Completed");
const tomorrow = await drive(place, "2026-06-02T04:00:00Z");
const staying = await drive(place, "2026-06-01T03:00:00Z", "InProgress");
const foreign = await drive(rival, "2026-06-01T14:00:00Z");
// In Tokyo it is 21:00, and tomorrow from 15:00 UTC on.
const nearby = await drive(sibling, "2026-06-01T14:59:00Z");
await drive(sibling, "2026-06-01T15:00:00Z");

const find = async (who: typeof place.operator, q: string, more: object = {}) =>
  (await readMatches(as(db, who), ReadMatches.parse({ q, ...more }))).matches;
const idsOf = async (who: typeof place.operator, q: string, more: object = {}) =>
  (await find(who, q, more)).filter(({ type }) => type === "Booking").map(({ id }) => id);

describe("an operator finds", () => {
  it.each([
    ["a driver by name", "wickramasinghe"],
    ["a driver by name, with a slip", "wickramasinge saroja"],
  ])("%s: the bookings of today at the own stations, and whose car stays", async (_, q) => {
    const found = await idsOf(place.operator, q);
    expect(found.toSorted()).toEqual([today, first, last, staying].map(({ id }) => id).toSorted());
    expect(await idsOf(sibling.operator, q)).toEqual([nearby.id]);
    const both = { ...place.operator, stationIds: [place.stationId, sibling.stationId] };
    expect(await idsOf(both, q)).toHaveLength(5);
    expect(await idsOf({ ...place.operator, stationIds: [] }, q)).toEqual([]);
  });

  it.each(["phone", "plate", "number", "nic"] as const)("one booking by its %s", async (sign) => {
    expect(await idsOf(place.operator, today[sign])).toEqual([today.id]);
    for (const other of [yesterday, tomorrow, foreign, nearby]) {
      expect(await find(place.operator, other[sign]), other[sign]).toEqual([]);
      expect(await find(place.operator, other[sign], { stationId: place.stationId })).toEqual([]);
    }
  });

  it("nothing of other days by asking for them", async () => {
    const days = { from: "2026-05-01", to: "2026-07-01" };
    expect(await idsOf(place.operator, "saroja", days)).toHaveLength(4);
    expect(await find(place.operator, "saroja", { from: "2026-06-02" })).toEqual(
      (await find(place.operator, "saroja")).filter(({ type }) => type === "Owner"),
    );
    // The days of an office are its own.
    expect(await idsOf(place.office, "saroja", days)).toHaveLength(8);
  });

  it("the owners of those bookings alone, and says what is a guess", async () => {
    const people = async (who: typeof place.operator, q: string) =>
      (await find(who, q)).filter(({ type }) => type === "Owner").map(({ id }) => id);
    const all = [today, first, last, staying].map(({ owner }) => owner.userId);
    expect((await people(place.operator, "saroja")).toSorted()).toEqual(all.toSorted());
    expect((await people(place.operator, "wickramasinge")).toSorted()).toEqual(all.toSorted());
    for (const match of await find(place.operator, "sarjoa wickramasinghe")) {
      expect(match).toMatchObject({ isGuess: true });
    }
    // Whoever is named whole is found by an office though it never served them, and not at the gate.
    for (const { userId } of [yesterday.owner, foreign.owner]) {
      const [user] = await db.select().from(users).where(eq(users.id, userId));
      expect(await people(place.operator, String(user?.email))).toEqual([]);
    }
    expect(await people(place.office, foreign.nic)).toEqual([foreign.owner.userId]);
  });

  it("the same an hour after midnight: what is over is another day's", async () => {
    const later = as(db, place.operator, "2026-06-02T05:00:00Z");
    const { matches } = await readMatches(later, ReadMatches.parse({ q: "saroja" }));
    const found = matches.filter(({ type }) => type === "Booking").map(({ id }) => id);
    expect(found).toEqual([tomorrow.id, staying.id]);
  });
});
