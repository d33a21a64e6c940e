import { eq } from "drizzle-orm";
import { expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { anonymous } from "@/lib/core/actor";
import {
  closeDates,
  countClosed,
  previewClosing,
  readAvailability,
  readClosedDays,
  readCountryOf,
  readHolidays,
  readSchedule,
  reopenDates,
  setSchedule,
} from "@/lib/sites/schedules";
import { CloseDates, SetSchedule } from "@/lib/sites/schedules/schema";

import { testDatabase } from "../../../support/database";
import { makeStation, makeUser } from "../../../support/world";
import { refusal } from "../../people/accounts/setting";
import { day, twoOffices, week } from "./setting";

const { db } = await testDatabase();
const { business, other, world, office, foreign } = await twoOffices(db);
const open = async (exceptions: SetSchedule["exceptions"] = []) => {
  const { id } = await makeStation(db, business.id);
  await setSchedule(office, { stationId: id, ...SetSchedule.parse({ weekly: week, exceptions }) });
  return id;
};
const closing = (stationIds: string[], ...dates: { date: string; reason?: string }[]) =>
  CloseDates.parse({ stationIds, dates });
const works = { date: "2026-06-03", reason: "The street is dug up" };

it("S18: many stations are closed on the same days, and drivers read why", async () => {
  const ids = [await open(), await open()];
  const answer = await closeDates(office, closing(ids, works, { date: "2026-12-25" }));
  expect(answer).toEqual({ stations: 2, refused: [] });
  for (const stationId of ids) {
    const { exceptions, weekly } = await readSchedule(office, { stationId });
    expect(exceptions).toEqual([
      { date: "2026-06-03", closed: true, windows: [], reason: "The street is dug up" },
      { date: "2026-12-25", closed: true, windows: [] },
    ]);
    expect(weekly.mon).toEqual(day);
    const guest = world.as(anonymous);
    const slots = await readAvailability(guest, { stationId });
    expect(slots.filter(({ startsAt }) => startsAt.startsWith("2026-06-03T1"))).toEqual([]);
    // Christmas is beyond what can be booked: nothing is said of it yet.
    expect(await readClosedDays(guest, { stationId })).toEqual([works]);
  }
});

it("a day takes the place of what it was, and the other days stay as they were", async () => {
  const short = { date: "2026-06-03", windows: [{ start: "10:00", end: "12:00" }] };
  const later = { date: "2026-06-05", windows: [{ start: "10:00", end: "12:00" }], reason: "Fair" };
  const stationId = await open([short, later]);
  await closeDates(office, closing([stationId], works));
  const { exceptions } = await readSchedule(office, { stationId });
  expect(exceptions.map(({ date, closed, reason }) => [date, closed, reason])).toEqual([
    ["2026-06-03", true, "The street is dug up"],
    ["2026-06-05", false, "Fair"],
  ]);
});

it("the bookings that it hits are said before, and flagged after; none is cancelled", async () => {
  const [hit, free] = [await open(), await open()];
  const { userId: ownerId } = await makeUser(db, "EvOwner");
  const at = { stationId: hit, businessId: business.id, ownerId };
  const id = await world.book(at, "2026-06-03T14:00:00Z", "2026-06-03T15:00:00Z");
  await world.book(at, "2026-06-04T14:00:00Z", "2026-06-04T15:00:00Z");
  const asked = closing([hit, free], works, { date: "2026-12-25" });
  const preview = await previewClosing(office, asked);
  expect(preview.stations).toBe(2);
  expect(preview.bookings.map((one) => one.id)).toEqual([id]);
  expect((await readSchedule(office, { stationId: hit })).exceptions).toEqual([]);
  await closeDates(office, asked);
  const [row] = await db.select().from(bookings).where(eq(bookings.id, id));
  expect(row).toMatchObject({ status: "Approved", conflict: "OutsideSlots" });
  // What is a conflict already is nothing new.
  expect((await previewClosing(office, asked)).bookings).toEqual([]);
});

it("nothing is closed where one of the stations is another's", async () => {
  const mine = await open();
  const { id: theirs } = await makeStation(db, other.id);
  for (const run of [closeDates, previewClosing, reopenDates]) {
    expect(await refusal(run(office, closing([mine, theirs], works)))).toBe("station.not_found");
    expect(await refusal(run(foreign, closing([mine], works)))).toBe("station.not_found");
  }
  expect((await readSchedule(office, { stationId: mine })).exceptions).toEqual([]);
});

it("a country's public holidays of the year to come are proposed, for offices", async () => {
  const zone = "America/New_York";
  expect(readCountryOf(office, zone)).toBe("US");
  expect(readCountryOf(office, "Asia/Colombo")).toBe("LK");
  const days = readHolidays(office, { country: "US", timeZone: zone });
  expect(days).toContainEqual({ date: "2026-11-26", name: "Thanksgiving Day", lang: "en" });
  expect(days.every(({ date }) => date >= "2026-06-01" && date <= "2027-06-01")).toBe(true);
  expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
  // As the country spells it.
  const names = days.map(({ name }) => name);
  expect(names).toContain("Labor Day");
  expect(names).not.toContain("Labour Day");
  expect(readHolidays(office, { country: "XX", timeZone: zone })).toEqual([]);
  const owner = world.as(await makeUser(db, "EvOwner"));
  expect(await refusal(Promise.resolve().then(() => readCountryOf(owner, zone)))).toBe(
    "request.forbidden",
  );
});

it("what is closed already is counted a day, and closing it again is said to change nothing", async () => {
  const ids = [await open(), await open(), await open()];
  const christmas = { date: "2026-12-25", reason: "Christmas Day" };
  const short = { date: "2026-12-24", windows: [{ start: "10:00", end: "12:00" }] };
  const ofDays = (who = office) =>
    countClosed(who, { stationIds: ids, timeZone: "America/New_York" });
  const [first = "", second = "", third = ""] = ids;
  await setSchedule(office, {
    stationId: first,
    ...SetSchedule.parse({
      weekly: week,
      exceptions: [short, { date: "2026-05-30", closed: true }],
    }),
  });
  expect(await ofDays()).toEqual([]);
  await closeDates(office, closing([first, second], christmas));
  await closeDates(office, closing([second], works));
  expect(await ofDays()).toEqual([
    { date: works.date, reason: works.reason, stations: 1 },
    { date: christmas.date, reason: christmas.reason, stations: 2 },
  ]);
  // Nobody counts another's, and no driver counts.
  expect(await ofDays(foreign)).toEqual([]);
  const owner = world.as(await makeUser(db, "EvOwner"));
  expect(await refusal(ofDays(owner))).toBe("request.forbidden");

  const unchanged = async (asked: CloseDates) => (await previewClosing(office, asked)).unchanged;
  expect(await unchanged(closing(ids, christmas))).toBe(2);
  expect(await unchanged(closing([first, second], christmas))).toBe(2);
  // Every day has to be closed, and drivers would read another reason.
  expect(await unchanged(closing([first, second], christmas, works))).toBe(1);
  expect(await unchanged(closing([first], { date: christmas.date, reason: "Works" }))).toBe(0);
  expect(await unchanged(closing([first], { date: christmas.date }))).toBe(0);
  expect(await unchanged(closing([third], christmas))).toBe(0);
  // Open for two hours is not closed.
  expect(await unchanged(closing([first], { date: short.date }))).toBe(0);
});

it("what was closed by mistake is opened again at all of them, and nowhere else", async () => {
  const ids = [await open(), await open(), await open()];
  const [first = "", second = "", third = ""] = ids;
  const christmas = { date: "2026-12-25" };
  const { userId: ownerId } = await makeUser(db, "EvOwner");
  const at = { stationId: first, businessId: business.id, ownerId };
  const id = await world.book(at, "2026-06-03T14:00:00Z", "2026-06-03T15:00:00Z");
  await closeDates(office, closing([first, second], works, christmas));
  await closeDates(office, closing([third], { date: works.date, reason: "A wedding" }));
  const conflict = async () =>
    (await db.select().from(bookings).where(eq(bookings.id, id)))[0]?.conflict;
  expect(await conflict()).toBe("OutsideSlots");

  // Who closes for another reason stays closed, and is not counted.
  expect(await reopenDates(office, closing(ids, works))).toEqual({ stations: 2, refused: [] });
  const closedAt = async (stationId: string) =>
    (await readSchedule(office, { stationId })).exceptions.map(({ date }) => date);
  expect(await Promise.all(ids.map(closedAt))).toEqual([
    [christmas.date],
    [christmas.date],
    [works.date],
  ]);
  expect(await conflict()).toBeNull();
  const free = await readAvailability(world.as(anonymous), { stationId: first });
  expect(free.some(({ startsAt }) => startsAt.startsWith("2026-06-03T1"))).toBe(true);
  // Twice is no change, and nothing that is closed without a reason goes with another's.
  expect(await reopenDates(office, closing(ids, works))).toEqual({ stations: 0, refused: [] });
  expect(await reopenDates(office, closing(ids, christmas))).toEqual({ stations: 2, refused: [] });
});
