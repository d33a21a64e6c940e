import { expect, it } from "vitest";

import { readStackedDay } from "@/app/_console/bookings/read-stacked-day";

import { testDatabase } from "../../../support/database";
import { makeBusiness, makeUser } from "../../../support/world";
import { settingOf } from "./setting";

const { db } = await testDatabase();
const s = await settingOf(db);
const other = await s.station();
const owner = () => s.owner();

// The third of June begins 36 hours after the tests' start.
const into = await s.book(await owner(), 35, 37);
await s.book(await owner(), 34, 36);
const first = await s.book(await owner(), 36);
const elsewhere = await s.book(await owner(), 40, 41, other);
const last = await s.book(await owner(), 59, 61);
await s.book(await owner(), 60);
const gone = await s.book(await owner(), 50);
await s.force(gone.id, "CanceledByOwner");

it("S32: a day of all stations has what runs into it and what begins in it, by station", async () => {
  const day = await readStackedDay(s.as(s.office), "2026-06-03", "UTC");
  expect([day.from, day.to]).toEqual(["2026-06-03T00:00:00.000Z", "2026-06-04T00:00:00.000Z"]);
  const ids = (station: string) => day.bookings.get(station)?.map(({ id }) => id);
  expect(ids(s.stationId)).toEqual([into.id, first.id, last.id]);
  expect(ids(other)).toEqual([elsewhere.id]);
  expect([day.shown, day.all]).toEqual([4, 4]);
});

it("S32: in another zone it is another day", async () => {
  const day = await readStackedDay(s.as(s.office), "2026-06-03", "America/New_York");
  // From four in the morning of UTC to four of the next.
  expect([...day.bookings.values()].flat().map(({ id }) => id)).not.toContain(first.id);
  expect(day.bookings.get(s.stationId)?.map(({ startsAt }) => startsAt)).toEqual([
    last.startsAt,
    "2026-06-04T00:00:00.000Z",
  ]);
});

it("S32: another's stations are not among them", async () => {
  const rival = await makeUser(db, "Backoffice", { businessId: (await makeBusiness(db)).id });
  const day = await readStackedDay(s.as(rival), "2026-06-03", "UTC");
  expect([day.bookings.size, day.all]).toEqual([0, 0]);
});
