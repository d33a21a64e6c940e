import { expect, it } from "vitest";

import type { Actor } from "@/lib/core/actor";
import { readMatches } from "@/lib/insight/search";
import { ReadMatches } from "@/lib/insight/search/schema";

import { testDatabase } from "../../../support/database";
import { makeStation, makeUser } from "../../../support/world";
import { addBooking, as, makePlace } from "../reports/setting";

const { db } = await testDatabase();

const place = await makePlace(db, "Harbour");
const rival = await makePlace(db, "Harbour Rival");
await makeStation(db, null, { name: "Harbour Listed" });
await makeStation(db, rival.businessId, { name: "Harbour Closed", status: "Inactive" });
const owner = await makeUser(db, "EvOwner", { name: "Nadeesha Fernando" });
const nic = String(owner.ownerNic);
await addBooking(db, place, "2026-06-02T14:00:00Z", "Approved", {
  owner,
  number: "BK-7F3K-29QD",
});
await addBooking(db, rival, "2026-06-03T14:00:00Z", "Approved", { owner, number: "BK-7F3K-2222" });
const admin = await makeUser(db, "SystemAdmin");

const find = async (actor: Actor, query: object) =>
  (await readMatches(as(db, actor), ReadMatches.parse(query))).matches.map(
    ({ type, title }) => `${type} ${title}`,
  );

it("finds stations by name, as each role's lists show them", async () => {
  expect(await find(place.office, { q: "harbour" })).toEqual(["Station Harbour One"]);
  expect(await find(place.operator, { q: "harbour" })).toEqual(["Station Harbour One"]);
  const all = [
    "Station Harbour Closed",
    "Station Harbour One",
    "Station Harbour Rival One",
    "Station Harbour Listed",
  ];
  const stations = async (actor: Actor) =>
    (await find(actor, { q: "harbour" })).filter((match) => match.startsWith("Station"));
  expect(await stations(admin)).toEqual(all);
  expect(await stations(owner)).toEqual(all.filter((name) => !name.endsWith("Closed")));
});

it("finds bookings by number, within reach", async () => {
  expect(await find(place.office, { q: "bk-7f3k" })).toEqual(["Booking BK-7F3K-29QD"]);
  // What is to come first, the soonest first; then what is over, the latest first.
  for (const [number, startsAt] of [
    ["BK-7F3K-3333", "2026-05-02T14:00:00Z"],
    ["BK-7F3K-4444", "2026-05-03T14:00:00Z"],
  ] as const) {
    await addBooking(db, rival, startsAt, "Completed", { owner, number });
  }
  expect(await find(owner, { q: "BK-7F3K" })).toEqual([
    "Booking BK-7F3K-29QD",
    "Booking BK-7F3K-2222",
    "Booking BK-7F3K-4444",
    "Booking BK-7F3K-3333",
  ]);
  expect(await find(await makeUser(db, "EvOwner"), { q: "BK-7F3K" })).toEqual([]);
});

it("finds an identity number whole or by its beginning, never by its middle, and for staff alone", async () => {
  for (const q of [nic, nic.slice(0, 9)]) {
    expect(await find(place.office, { q })).toContain("Owner Nadeesha Fernando");
  }
  expect(await find(place.office, { q: nic.slice(3) })).toEqual([]);
  expect(await find(owner, { q: nic })).toEqual([]);
});

it("adds the bookings of the days to the owner found", async () => {
  const days = { from: "2026-06-02", to: "2026-06-03" };
  expect(await find(place.office, { q: nic, ...days })).toEqual([
    "Booking BK-7F3K-29QD",
    "Owner Nadeesha Fernando",
  ]);
  expect(await find(place.office, { q: nic, from: "2026-06-03", to: "2026-06-03" })).toEqual([
    "Owner Nadeesha Fernando",
  ]);
  const there = { q: nic, stationId: place.stationId };
  expect(await find(admin, there)).toEqual(["Booking BK-7F3K-29QD", "Owner Nadeesha Fernando"]);
  expect(await find(place.office, { q: nic, stationId: rival.stationId })).toEqual([
    "Owner Nadeesha Fernando",
  ]);
});

it("finds operators of the own business, and businesses for a SystemAdmin", async () => {
  const { name } = place.operator;
  expect(await find(place.office, { q: name })).toEqual([`Operator ${name}`]);
  expect(await find(rival.office, { q: name })).toEqual([]);
  expect(await find(admin, { q: "Harbour R" })).toEqual([
    "Station Harbour Rival One",
    "Business Harbour Rival",
  ]);
});

it("takes what reads as a wildcard as it is, and answers at most 8 of a kind", async () => {
  expect(await find(admin, { q: "%_" })).toEqual([]);
  for (let i = 0; i < 9; i += 1) await makeStation(db, place.businessId, { name: `Many ${i}` });
  expect(await find(place.office, { q: "many" })).toHaveLength(8);
});
