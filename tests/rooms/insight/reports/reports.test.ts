import { describe, expect, it } from "vitest";

import { readNoShows, readRevenue, readStarts, readUtilization } from "@/lib/insight/reports";
import { ReadReport, ReadStarts } from "@/lib/insight/reports/schema";

import { testDatabase } from "../../../support/database";
import { inputFaults } from "../../../support/input-faults";
import { makeSlots, makeUser } from "../../../support/world";
import { addBooking, addSession, addStation, as, makePlace } from "./setting";

const { db } = await testDatabase();

const usd = (amount: string) => ({ amount, currency: "USD" });
const ask = (query: object) => ReadReport.parse(query);

describe("revenue", async () => {
  const place = await makePlace(db, "Hudson");
  const second = await addStation(db, place.businessId, { name: "Hudson Two" });
  const rival = await makePlace(db, "Rival");
  // Three thirds of a cent's trouble: sums of floats would show it.
  for (const totalMinor of [10, 20, 1_001]) {
    await addSession(db, place, "2026-05-20T18:00:00Z", { totalMinor, taxMinor: 3, energyWh: 333 });
  }
  await addSession(db, second, "2026-05-21T18:00:00Z", { totalMinor: 799, energyWh: 18_201 });
  await addSession(db, second, "2026-05-21T19:00:00Z", { totalMinor: 1_500, currency: "JPY" });
  await addSession(db, rival, "2026-05-20T18:00:00Z", { totalMinor: 77_777 });
  // 23:59:59.999 and 00:00 in New York.
  await addSession(db, place, "2026-05-26T03:59:59.999Z", { totalMinor: 1 });
  await addSession(db, place, "2026-05-26T04:00:00Z", { totalMinor: 2 });
  const office = as(db, place.office);

  it("adds up to the cent, per currency, and counts nobody else's", async () => {
    const report = await readRevenue(office, ask({ from: "2026-05-20", to: "2026-05-22" }));
    expect(report).toMatchObject({
      timeZone: "America/New_York",
      groups: [
        { key: "2026-05-20", sessions: 3, energyKwh: 0.999, revenue: [usd("10.31")] },
        {
          key: "2026-05-21",
          sessions: 2,
          revenue: [{ amount: "1500", currency: "JPY" }, usd("7.99")],
        },
        { key: "2026-05-22", sessions: 0, revenue: [] },
      ],
      total: { sessions: 5, energyKwh: 20.2, tax: [{ amount: "0", currency: "JPY" }, usd("0.09")] },
    });
    expect(report.total.revenue).toEqual([{ amount: "1500", currency: "JPY" }, usd("18.30")]);
  });

  it("gives a day to the millisecond of the business's midnight", async () => {
    const { groups } = await readRevenue(office, ask({ from: "2026-05-25", to: "2026-05-26" }));
    expect(groups.map(({ revenue }) => revenue)).toEqual([[usd("0.01")], [usd("0.02")]]);
  });

  it("groups by week from Monday, by month, and by station by name", async () => {
    const range = { from: "2026-05-20", to: "2026-06-01" };
    const of = async (groupBy: string) =>
      (await readRevenue(office, ask({ ...range, groupBy }))).groups.map(
        ({ key, name, sessions }) => [name ?? key, sessions],
      );
    expect(await of("week")).toEqual([
      ["2026-05-18", 5],
      ["2026-05-25", 2],
      ["2026-06-01", 0],
    ]);
    expect(await of("month")).toEqual([
      ["2026-05", 7],
      ["2026-06", 0],
    ]);
    expect(await of("station")).toEqual([
      ["Hudson One", 5],
      ["Hudson Two", 2],
    ]);
  });

  it("takes the last 30 days of the business's zone by default", async () => {
    // Still 31 May in New York.
    const report = await readRevenue(as(db, place.office, "2026-06-01T03:59:00Z"), ask({}));
    expect([report.from, report.to, report.groups.length]).toEqual([
      "2026-05-02",
      "2026-05-31",
      30,
    ]);
  });

  it("is one station's where asked, and hides the stations of others", async () => {
    const { total } = await readRevenue(
      office,
      ask({ from: "2026-05-20", to: "2026-05-22", stationId: second.stationId }),
    );
    expect(total.sessions).toBe(2);
    await expect(readRevenue(office, ask({ stationId: rival.stationId }))).rejects.toMatchObject({
      code: "station.not_found",
    });
  });

  it("is everybody's for a SystemAdmin, and nobody's for operators and owners", async () => {
    const admin = as(db, await makeUser(db, "SystemAdmin"));
    const { total } = await readRevenue(admin, ask({ from: "2026-05-20", to: "2026-05-20" }));
    expect(total.revenue).toEqual([usd("788.08")]);
    for (const actor of [place.operator, await makeUser(db, "EvOwner")]) {
      await expect(readRevenue(as(db, actor), ask({}))).rejects.toMatchObject({
        code: "request.forbidden",
      });
    }
  });
});

it("counts the 25-hour day of the clocks' change as one day, and the 23-hour one", async () => {
  const place = await makePlace(db, "Clocks");
  // New York: EDT until 1 November 2026 06:00Z, EST after; the day lasts from 04:00Z to 05:00Z.
  await addSession(db, place, "2026-11-01T04:00:00Z", { totalMinor: 1 });
  await addSession(db, place, "2026-11-02T04:59:59Z", { totalMinor: 10 });
  await addSession(db, place, "2026-11-02T05:00:00Z", { totalMinor: 100 });
  // 8 March 2026 lasts from 05:00Z to 04:00Z.
  await addSession(db, place, "2026-03-09T03:59:59Z", { totalMinor: 1_000 });
  await addSession(db, place, "2026-03-09T04:00:00Z", { totalMinor: 10_000 });
  const on = async (day: string) =>
    (await readRevenue(as(db, place.office), ask({ from: day, to: day }))).total.revenue;
  expect(await on("2026-11-01")).toEqual([usd("0.11")]);
  expect(await on("2026-11-02")).toEqual([usd("1.00")]);
  expect(await on("2026-03-08")).toEqual([usd("10.00")]);
  expect(await on("2026-03-09")).toEqual([usd("100.00")]);
  const office = as(db, place.office);
  await makeSlots(db, place.stationId, new Date("2026-11-01T04:00:00Z"), 25, { capacity: 2 });
  const used = await readUtilization(office, ask({ from: "2026-11-01", to: "2026-11-01" }));
  expect(used.total.offeredMinutes).toBe(25 * 60 * 2);
});

describe("utilization and no-shows", async () => {
  const place = await makePlace(db, "Load");
  const rival = await makePlace(db, "Load Rival");
  await makeSlots(db, place.stationId, new Date("2026-05-12T04:00:00Z"), 24, { capacity: 2 });
  await makeSlots(db, rival.stationId, new Date("2026-05-12T04:00:00Z"), 24);
  const statuses = [
    "Completed",
    "Completed",
    "NoShow",
    "InProgress",
    "Approved",
    "Pending",
  ] as const;
  for (const status of statuses) await addBooking(db, place, "2026-05-12T14:00:00Z", status);
  for (const status of ["Rejected", "CanceledByOwner", "CanceledByOperator"] as const) {
    await addBooking(db, place, "2026-05-12T15:00:00Z", status);
  }
  await addBooking(db, rival, "2026-05-12T14:00:00Z", "NoShow");
  const range = { from: "2026-05-12", to: "2026-05-13" };

  it("sets what bookings take against what slots offer", async () => {
    const { groups, total } = await readUtilization(as(db, place.office), ask(range));
    expect(groups).toMatchObject([
      { key: "2026-05-12", offeredMinutes: 2880, bookedMinutes: 360, rate: 0.125 },
      { key: "2026-05-13", offeredMinutes: 0, bookedMinutes: 0, rate: null },
    ]);
    expect(total).toEqual({
      bookings: 6,
      offeredMinutes: 2880,
      bookedMinutes: 360,
      rate: 0.125,
    });
  });

  it("counts no-shows among those that were due", async () => {
    const { groups, total } = await readNoShows(as(db, place.office), ask(range));
    expect(groups).toMatchObject([
      { key: "2026-05-12", due: 4, noShows: 1, rate: 0.25 },
      { key: "2026-05-13", due: 0, noShows: 0, rate: null },
    ]);
    expect(total).toEqual({ due: 4, noShows: 1, rate: 0.25 });
    // Who came without a booking could not fail to come.
    await addBooking(db, place, "2026-05-13T15:00:00Z", "Completed", { isGuest: true });
    expect((await readNoShows(as(db, place.office), ask(range))).total.due).toBe(4);
    const whole = ask({ ...range, groupBy: "station" });
    const admin = await readNoShows(as(db, await makeUser(db, "SystemAdmin")), whole);
    expect(admin.groups.map(({ name, rate }) => [name, rate])).toEqual([
      ["Load One", 0.25],
      ["Load Rival One", 1],
    ]);
  });

  it("counts a booking in every hour in which it holds a place, by the station's clock", async () => {
    const desk = await makePlace(db, "Hours");
    // Sunday 22:30 to Monday 01:00 in New York, and Monday 00:45 to 01:01.
    await addBooking(db, desk, "2026-05-11T02:30:00Z", "Completed", { minutes: 150 });
    await addBooking(db, desk, "2026-05-11T04:45:00Z", "NoShow", { minutes: 16 });
    const { weekdays, total } = await readStarts(as(db, desk.office), ReadStarts.parse({}));
    expect(total).toBe(2);
    expect(weekdays[6]?.hours.slice(21)).toEqual([0, 1, 1]);
    expect(weekdays[0]?.hours.slice(0, 3)).toEqual([2, 1, 0]);
    expect(weekdays.flatMap(({ hours }) => hours).filter((count) => count > 0)).toHaveLength(4);
  });

  it("counts an hour that the clocks show twice once a booking, and none that they leap over", async () => {
    const desk = await makePlace(db, "Leaps");
    const autumn = as(db, desk.office, "2026-11-03T12:00:00Z");
    // 00:30 EDT to 02:30 EST: three hours and twice the second; in spring 01:30 EST to 03:30 EDT is one hour.
    await addBooking(db, desk, "2026-11-01T04:30:00Z", "Completed", { minutes: 180 });
    await addBooking(db, desk, "2026-03-08T06:30:00Z", "Completed", { minutes: 60 });
    const hours = async (day: string) =>
      (await readStarts(autumn, { from: day, to: day })).weekdays[6]?.hours.slice(0, 5);
    expect(await hours("2026-11-01")).toEqual([1, 1, 1, 0, 0]);
    expect(await hours("2026-03-08")).toEqual([0, 1, 0, 1, 0]);
  });

  it("puts load on the station's weekday and hour", async () => {
    const shore = await makePlace(db, "Shore", "America/Los_Angeles");
    // Tuesday 02:00 in New York is Monday 23:00 in Los Angeles.
    await addBooking(db, shore, "2026-05-12T06:00:00Z", "Approved", { minutes: 60 });
    await addBooking(db, shore, "2026-05-12T06:00:00Z", "CanceledByOwner");
    const { weekdays, total } = await readStarts(as(db, shore.office), ReadStarts.parse({}));
    expect(total).toBe(1);
    expect(weekdays[0]?.weekday).toBe("mon");
    expect(weekdays[0]?.hours[23]).toBe(1);
    expect(weekdays.flatMap(({ hours }) => hours)).toHaveLength(168);
  });
});

it("refuses ranges that are no ranges", () => {
  const faults = (query: object) => inputFaults(ReadReport, query).map(({ message }) => message);
  expect(faults({ from: "2026-05-01" })).toEqual(["Give both days, or neither."]);
  expect(faults({ from: "2026-05-02", to: "2026-05-01" })).toEqual([
    "Must not be before the first day.",
  ]);
  expect(faults({ from: "2026-01-01", to: "2031-01-05" })).toEqual(["Ask for at most 1830 days."]);
  expect(faults({ from: "2026-01-01", to: "2031-01-04" })).toEqual([]);
  expect(faults({ from: "2026-02-30", to: "2026-03-01" })).toHaveLength(1);
});
