import { sql } from "drizzle-orm";
import { expect, it } from "vitest";

import { businesses } from "@/db/schema/businesses";
import { exportBookings, listBookings } from "@/lib/charging/bookings";
import { ListBookings } from "@/lib/charging/bookings/schema";
import { calendarDay, weekdayOf } from "@/lib/core/calendar";
import { anonymous } from "@/lib/core/actor";
import { readDashboard, readNoShows, readRevenue, readStarts } from "@/lib/insight/reports";
import { readMatches } from "@/lib/insight/search";
import { ReadMatches } from "@/lib/insight/search/schema";
import { searchStations } from "@/lib/sites/stations";

import { testDatabase } from "../../../support/database";
import { makeSlots, makeUser } from "../../../support/world";
import { addBooking, addSession, as, makePlace } from "./setting";

const { db } = await testDatabase();

/**
 * Places and instants near a local midnight. In Edmonton Node's zone data (2026c: summer time for good) and that of
 * the database that comes with the project are an hour apart: what the database reckons there is another day.
 */
const instants = [
  ["America/Edmonton", "2026-11-28T06:30:00Z", "2026-11-28"],
  ["America/New_York", "2026-03-08T04:59:59Z", "2026-03-07"],
  ["America/New_York", "2026-03-09T04:00:00Z", "2026-03-09"],
  ["America/New_York", "2026-11-02T04:59:59Z", "2026-11-01"],
  ["Europe/London", "2026-03-29T22:59:59Z", "2026-03-29"],
  ["Europe/London", "2026-10-25T23:59:59Z", "2026-10-25"],
  ["Australia/Lord_Howe", "2026-04-05T13:29:59Z", "2026-04-05"],
  ["Australia/Lord_Howe", "2026-10-04T13:00:00Z", "2026-10-05"],
  ["Asia/Kathmandu", "2026-05-31T18:15:00Z", "2026-06-01"],
  ["Asia/Kathmandu", "2026-05-31T18:14:59Z", "2026-05-31"],
] as const;

it.each(instants)(
  "in %s, %s is of %s for lists, exports, reports and searches",
  async (zone, at, day) => {
    expect(calendarDay(new Date(at), zone)).toBe(day);
    const place = await makePlace(db, `${zone} ${at}`, zone);
    await db
      .update(businesses)
      .set({ timeZone: zone })
      .where(sql`id = ${place.businessId}`);
    const { number } = await addBooking(db, place, at, "NoShow");
    const office = as(db, place.office, at);

    const list = async (from: string, to: string) =>
      (await listBookings(office, { ...ListBookings.parse({ from, to }), page: 1, limit: 10 }))
        .total;
    const [before, after] = [neighbour(day, -1), neighbour(day, 1)];
    expect([await list(day, day), await list(before, before), await list(after, after)]).toEqual([
      1, 0, 0,
    ]);
    const csv = await exportBookings(office, ListBookings.parse({ from: day, to: day }));
    expect(csv).toContain(`,${day},`);

    const found = async (on: string) =>
      (await readMatches(office, ReadMatches.parse({ q: number, from: on, to: on }))).matches
        .length;
    expect([await found(day), await found(before), await found(after)]).toEqual([1, 0, 0]);

    const missed = await readNoShows(office, { from: before, to: after, groupBy: "day" });
    expect(missed.groups.filter(({ noShows }) => noShows > 0).map(({ key }) => key)).toEqual([day]);
    expect(
      (await readNoShows(office, { from: day, to: day, groupBy: "month" })).total.noShows,
    ).toBe(1);
    expect(
      (await readNoShows(office, { from: after, to: after, groupBy: "day" })).total.noShows,
    ).toBe(0);

    const starts = await readStarts(office, { from: before, to: after });
    const busy = starts.weekdays.filter(({ hours }) => hours.some((count) => count > 0));
    // The hour that it holds can reach into the next day.
    const last = calendarDay(new Date(Date.parse(at) + 3_600_000 - 1), zone);
    expect(new Set(busy.map(({ weekday }) => weekday))).toEqual(
      new Set([weekdayOf(day), weekdayOf(last)]),
    );

    await addSession(db, place, at, { totalMinor: 885 });
    const revenue = await readRevenue(office, { from: before, to: after, groupBy: "day" });
    expect(revenue.groups.filter(({ sessions }) => sessions > 0).map(({ key }) => key)).toEqual([
      day,
    ]);
  },
);

it("F3: in Edmonton the database would say another day, so the proof is one", async () => {
  const [[zone, at]] = instants;
  const [row] = await db.execute<{ day: string }>(
    sql`select to_char(${at}::timestamptz at time zone ${zone}, 'YYYY-MM-DD') as day`,
  );
  expect(row?.day).toBe("2026-11-27");
});

it("counts today, and the week ahead of a found station, by the same days", async () => {
  const [[zone, at, day]] = instants;
  const place = await makePlace(db, "Edmonton today", zone);
  await addBooking(db, place, at, "Approved");
  // An hour before it is the day before for Node, and for the database too.
  await addBooking(db, place, "2026-11-28T05:00:00Z", "Approved");
  await makeSlots(db, place.stationId, new Date("2026-11-28T05:00:00Z"), 3);
  const early = as(db, place.office, "2026-11-28T04:00:00Z");
  expect(await readDashboard(early)).toMatchObject({ role: "Backoffice", arrivalsToday: 1 });
  expect(await readDashboard(as(db, place.office, at))).toMatchObject({ arrivalsToday: 1 });
  const admin = await makeUser(db, "SystemAdmin");
  expect(await readDashboard(as(db, admin, at))).toMatchObject({ role: "SystemAdmin" });
  const load = await readDashboard(as(db, place.office, at));
  // Slots of 23:00 the day before, 00:00 and 01:00, four places each.
  expect(load).toMatchObject({ load: [{ offeredMinutes: 480 }] });
  const { items } = await searchStations(as(db, anonymous, "2026-11-28T04:00:00Z"), {
    search: "Edmonton today",
    page: 1,
    limit: 10,
  });
  expect(items[0]?.availability.slice(0, 3)).toEqual([
    { date: "2026-11-27", slots: 1, freeSlots: 1, freeCapacity: 4 },
    { date: day, slots: 2, freeSlots: 2, freeCapacity: 8 },
    { date: "2026-11-29", slots: 0, freeSlots: 0, freeCapacity: 0 },
  ]);
});

it("shows the others where one row has a zone that nobody knows", async () => {
  const lost = await makePlace(db, "Lost in zones", "America/Nowhere");
  await addBooking(db, lost, "2026-06-02T14:00:00Z", "Approved");
  const sane = await makePlace(db, "Found in zones");
  await addBooking(db, sane, "2026-06-02T14:00:00Z", "Approved");
  const admin = as(db, await makeUser(db, "SystemAdmin"));
  const filter = ListBookings.parse({ from: "2026-06-02", to: "2026-06-02" });
  const { items } = await listBookings(admin, { ...filter, page: 1, limit: 100 });
  expect(items.map(({ stationName }) => stationName)).toContain("Found in zones One");
  const { matches } = await readMatches(
    admin,
    ReadMatches.parse({ q: "in zones", from: "2026-06-02", to: "2026-06-02" }),
  );
  expect(matches.filter(({ type }) => type === "Booking")).toHaveLength(1);
});

function neighbour(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
