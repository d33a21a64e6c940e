import { PostgresJsSession } from "drizzle-orm/postgres-js";
import { beforeEach, expect, it, vi } from "vitest";

import { sessions } from "@/db/schema/sessions";
import { settings } from "@/db/schema/settings";
import { tariffs } from "@/db/schema/tariffs";
import type { UserActor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { createBooking } from "@/lib/charging/bookings";
import { suggestCharging } from "@/lib/insight/suggestions";
import { SuggestCharging } from "@/lib/insight/suggestions/schema";

import { testDatabase } from "../../../support/database";
import { hours } from "../../../support/test-clock";
import { energyTariff, makeSlots, makeStation, makeUser, testStart } from "../../../support/world";
import { addBooking, addSession, addStation, as, makePlace, now } from "../reports/setting";

const { db } = await testDatabase();

/** Where the stations of the test world stand unless they say otherwise. */
const albany = "42.6526,-73.7562";
const place = await makePlace(db, "Albany");
await makeSlots(db, place.stationId, now, 48);

/** A station 11 km north of the others, cheap, with slots from 6 hours on. */
const north = await addStation(db, place.businessId, {
  name: "North",
  latitude: 42.7526,
  tariff: { ...energyTariff, perKwhMinor: 20, taxMilliPercent: 0 },
});
await makeSlots(db, north.stationId, new Date(now.getTime() + hours(6)), 10);

let owner: UserActor;
beforeEach(async () => {
  vi.restoreAllMocks();
  owner = await makeUser(db, "EvOwner");
});

const ask = async (query: object, actor = owner, at: Date = now) =>
  suggestCharging(as(db, actor, at), SuggestCharging.parse(query));
const named = async (query: object, actor = owner) =>
  (await ask(query, actor)).suggestions.map(({ station }) => station.name);

/** Sessions of an hour that the owner had, at noon of so many days before. */
async function charged(at: typeof place, days: readonly number[], energyWh = 30_000) {
  for (const day of days) {
    const startedAt = new Date(now.getTime() - hours(24 * day));
    const booking = await addBooking(db, at, startedAt.toISOString(), "Completed", { owner });
    await db.insert(sessions).values({
      id: newId(),
      bookingId: booking.id,
      stationId: at.stationId,
      businessId: at.businessId,
      ownerId: owner.userId,
      connectorId: at.connectorId,
      status: "Completed",
      checkedInBy: at.operator.userId,
      startedAt,
      endedAt: new Date(startedAt.getTime() + hours(1)),
      energyWh,
      currency: "USD",
    });
  }
}

it("says nothing to who has no session and names no place", async () => {
  expect(await ask({})).toEqual({
    version: 1,
    from: "2026-06-01T12:00:00.000Z",
    to: "2026-06-03T12:00:00.000Z",
    minutes: 60,
    kWh: 20,
    suggestions: [],
  });
});

it("tells the best time of the stations around, with parts that sum to the score", async () => {
  const { suggestions } = await ask({ near: albany });
  expect(suggestions.map(({ station, startsAt }) => [station.name, startsAt])).toEqual([
    ["North", "2026-06-01T18:00:00.000Z"],
    ["Albany One", "2026-06-01T13:00:00.000Z"],
  ]);
  const [north, albanyOne] = suggestions;
  expect(north).toMatchObject({ score: 79, estimate: { amount: "4.00" } });
  expect(north?.parts[0]).toMatchObject({ points: 18, words: "11 km away" });
  expect(albanyOne).toMatchObject({
    endsAt: "2026-06-01T14:00:00.000Z",
    // 20 kWh at 0.45 and 8.875 % of tax.
    estimate: { amount: "9.80", currency: "USD" },
    score: 67,
    parts: [
      { name: "distance", points: 33, of: 33, words: "0 km away" },
      {
        name: "price",
        points: 0,
        of: 27,
        words: "$9.80 for 60 minutes and 20 kWh, where prices run from $4.00 to $9.80",
      },
      { name: "room", points: 27, of: 27, words: "4 of 4 places free when it is fullest" },
      {
        name: "reliability",
        points: 7,
        of: 13,
        words: "Nobody charged here in the last 30 days, so it counts half",
      },
    ],
  });
  for (const { parts, score } of suggestions) {
    expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
  }
  expect(await ask({ near: albany })).toEqual(await ask({ near: albany }));
});

it("begins with the stations that the owner charged at, and learns length, energy and habit", async () => {
  await charged(north, [1, 2, 3]);
  const told = await ask({});
  expect(told).toMatchObject({ minutes: 60, kWh: 30 });
  const [first] = told.suggestions;
  // Within reach of North, which is its own, lies Albany One.
  expect(told.suggestions.map(({ station }) => station.name)).toEqual(["North", "Albany One"]);
  const words = new Map(first?.parts.map((part) => [part.name, part.words]));
  expect(words.get("distance")).toBe("You have charged here before");
  expect(words.get("habit")).toBe(
    "You charged here 3 times in 180 days, and 0 of your 3 charges began at about this time on such a day",
  );
  expect(words.get("reliability")).toBe("3 of 3 charges in the last 30 days went well");
  expect(told.suggestions[1]?.parts[0]?.words).toBe("11 km from where you have charged before");
  await db.delete(sessions);
});

it("forgets habits after 180 days, but not the places", async () => {
  await charged(north, [181, 190, 200]);
  const told = await ask({});
  expect(told).toMatchObject({ kWh: 20 });
  expect(told.suggestions[0]?.parts.map(({ name }) => name)).not.toContain("habit");
  await db.delete(sessions);
});

it("takes what is asked for: the time, the length and the energy", async () => {
  const asked = await ask({
    near: albany,
    from: "2026-06-01T18:00:00Z",
    to: "2026-06-01T21:00:00Z",
    minutes: "130",
    kwh: "10",
  });
  expect(asked).toMatchObject({ minutes: 130, kWh: 10 });
  expect(asked.suggestions).toMatchObject([
    {
      station: { name: "North" },
      startsAt: "2026-06-01T18:00:00.000Z",
      endsAt: "2026-06-01T21:00:00.000Z",
      slots: 3,
      estimate: { amount: "2.00" },
    },
    { station: { name: "Albany One" }, estimate: { amount: "4.90" } },
  ]);
  expect(await named({ near: albany, to: "2026-06-01T13:30:00Z" })).toEqual([]);
  // Nothing longer than the 4 slots of a booking.
  expect(await named({ near: albany, minutes: "241" })).toEqual([]);
  expect(await named({ near: "43.5,-73.7562" })).toEqual([]);
});

it("suggests nothing that could not be booked", async () => {
  const elsewhere = { latitude: -33.9, longitude: 151.2 };
  const near = "-33.9,151.2";
  const { businessId } = place;
  const soon = new Date(now.getTime() + hours(1));
  const make = async (name: string, set: Parameters<typeof makeStation>[2] = {}, capacity = 4) => {
    const { id } = await makeStation(db, businessId, { name, ...elsewhere, ...set });
    await makeSlots(db, id, soon, 3, { capacity });
    return id;
  };
  const early = await make("Early");
  await make("Under repair", { status: "Maintenance" });
  await make("Closed", { status: "Inactive" });
  await make("Without a price", { tariff: null });
  await make("Full", {}, 0);
  const listed = await makeStation(db, null, { name: "Listed", ...elsewhere });
  await makeSlots(db, listed.id, soon, 3);
  expect(await named({ near })).toEqual(expect.arrayContaining(["Early", "Under repair"]));
  expect(await named({ near })).toHaveLength(2);
  // What is left to book begins two hours from now, by a setting of the station.
  await db.insert(settings).values({
    scope: "Station",
    scopeId: early,
    name: "leadMinutes",
    value: 120,
    updatedAt: now,
  });
  const starts = async () =>
    (await ask({ near })).suggestions.map(({ station, startsAt }) => [station.name, startsAt]);
  expect(await starts()).toEqual([
    ["Under repair", "2026-06-01T13:00:00.000Z"],
    ["Early", "2026-06-01T14:00:00.000Z"],
  ]);
  // And nothing beside what the owner holds already.
  await addBooking(db, place, "2026-06-01T13:00:00Z", "Approved", { owner, minutes: 120 });
  expect((await starts()).map(([, at]) => at)).toEqual([
    "2026-06-01T15:00:00.000Z",
    "2026-06-01T15:00:00.000Z",
  ]);
  const [best] = (await ask({ near })).suggestions;
  const booked = await createBooking(as(db, owner), {
    stationId: best?.station.id ?? "",
    startsAt: new Date(best?.startsAt ?? 0),
    endsAt: new Date(best?.endsAt ?? 0),
  });
  expect(booked.status).toBe("Pending");
});

it("counts sessions that were aborted against a station", async () => {
  await addSession(db, place, "2026-05-30T12:00:00Z", { totalMinor: 1 });
  await addSession(db, place, "2026-05-29T12:00:00Z", { totalMinor: 1 }, { status: "Aborted" });
  await addSession(db, place, "2026-04-01T12:00:00Z", { totalMinor: 1 }, { status: "Aborted" });
  const { suggestions } = await ask({ near: albany });
  const albanyOne = suggestions.find(({ station }) => station.id === place.stationId);
  expect(albanyOne?.parts.at(-1)?.words).toBe("1 of 2 charges in the last 30 days went well");
});

it("takes the price of now, and compares none of another currency", async () => {
  const near = "10,10";
  const at = { latitude: 10, longitude: 10 };
  for (const [name, currency, perKwhMinor] of [
    ["Cheap", "USD", 10],
    ["Dear", "USD", 30],
    ["Abroad", "JPY", 50],
  ] as const) {
    const { id } = await makeStation(db, place.businessId, {
      name,
      ...at,
      tariff: { ...energyTariff, currency, perKwhMinor, taxMilliPercent: 0 },
    });
    await makeSlots(db, id, testStart, 4);
  }
  const told = async () =>
    (await ask({ near })).suggestions.map(({ station, parts }) => [
      station.name,
      parts[1]?.points,
      parts[1]?.words,
    ]);
  const range = "where prices run from $2.00 to $6.00";
  expect(await told()).toEqual([
    ["Cheap", 27, `$2.00 for 60 minutes and 20 kWh, ${range}`],
    ["Abroad", 14, "¥1,000 for 60 minutes and 20 kWh, in another currency, so it counts half"],
    ["Dear", 0, `$6.00 for 60 minutes and 20 kWh, ${range}`],
  ]);
  const [cheap] = (await ask({ near })).suggestions;
  await db.insert(tariffs).values({
    id: newId(),
    stationId: cheap?.station.id ?? "",
    ...energyTariff,
    perKwhMinor: 30,
    taxMilliPercent: 0,
    createdAt: new Date(testStart.getTime() + 1),
  });
  expect((await told())[0]?.[2]).toBe("$6.00 for 60 minutes and 20 kWh, as everywhere among these");
});

it("asks the database three times at most", async () => {
  const prepared = vi.spyOn(PostgresJsSession.prototype, "prepareQuery");
  await ask({ near: albany });
  expect(prepared).toHaveBeenCalledTimes(3);
  prepared.mockClear();
  await ask({});
  expect(prepared).toHaveBeenCalledTimes(1);
});

it("is for owners alone", async () => {
  for (const actor of [place.office, place.operator, await makeUser(db, "SystemAdmin")]) {
    await expect(ask({ near: albany }, actor)).rejects.toMatchObject({ code: "request.forbidden" });
  }
});

it.each([
  { near: "91,0" },
  { from: "2026-06-02T00:00:00Z", to: "2026-06-01T00:00:00Z" },
  { minutes: "1000000000" },
  { minutes: "0" },
  { kwh: "-1" },
  { kwh: "1e9" },
])("refuses %o", (query) => {
  expect(SuggestCharging.safeParse(query).success).toBe(false);
});
