import { describe, expect, it } from "vitest";

import { audits } from "@/db/schema/audit";
import { newId } from "@/lib/core/ids";
import {
  readBookings,
  readCancellations,
  readEnergy,
  readOwners,
  readRevenue,
  readStations,
} from "@/lib/insight/reports";
import { co2SavedKg } from "@/lib/insight/reports/rules";
import { ReadReport, ReadStarts, ReadStations } from "@/lib/insight/reports/schema";

import { setSettings } from "@/lib/records/settings";
import { SetSettings } from "@/lib/records/settings/schema";

import { testDatabase } from "../../../support/database";
import { makeUser } from "../../../support/world";
import { addBooking, addSession, addStation, as, makePlace } from "./setting";

const { db } = await testDatabase();

const range = { from: "2026-05-12", to: "2026-05-13" };
const ask = (query: object = {}) => ReadReport.parse({ ...range, ...query });

describe("outcomes of bookings", async () => {
  const place = await makePlace(db, "Load");
  const rival = await makePlace(db, "Rival");
  const office = as(db, place.office);
  const starts = "2026-05-12T14:00:00Z";
  for (const status of ["Completed", "Completed", "NoShow", "Pending", "Rejected"] as const) {
    await addBooking(db, place, starts, status);
  }
  await addBooking(db, rival, starts, "NoShow");
  await addBooking(db, place, "2026-05-11T14:00:00Z", "Completed");
  // Canceled so many minutes before the start, at the edges of each time.
  const canceled = [
    [24 * 60, "CanceledByOwner"],
    [24 * 60 - 1, "CanceledByOwner"],
    [12 * 60, "CanceledByBackoffice"],
    [12 * 60 - 1, "CanceledByOwner"],
    [2 * 60, "CanceledByOwner"],
    [2 * 60 - 1, "CanceledByOperator"],
    [0, "CanceledByOperator"],
    [-1, "CanceledByOperator"],
  ] as const;
  for (const [minutes, status] of canceled) {
    const { id } = await addBooking(db, place, "2026-05-13T14:00:00Z", status);
    const at = new Date(Date.parse("2026-05-13T14:00:00Z") - minutes * 60_000);
    const record = { id: newId(), entity: "Booking", entityId: id, action: "Cancel" } as const;
    const by = { actorRole: "EvOwner", actorName: "-", requestId: "test" };
    await db.insert(audits).values({ ...record, ...by, at, to: status });
  }

  it("are counted by state, and nobody else's, with the days before", async () => {
    const { groups, total, before } = await readBookings(office, ask());
    expect(groups.map(({ key, bookings }) => [key, bookings])).toEqual([
      ["2026-05-12", 5],
      ["2026-05-13", 8],
    ]);
    expect(total.states).toMatchObject({
      Completed: 2,
      NoShow: 1,
      Pending: 1,
      Rejected: 1,
      CanceledByOwner: 4,
    });
    expect(before).toMatchObject({ from: "2026-05-10", to: "2026-05-11", total: { bookings: 1 } });
    const admin = as(db, await makeUser(db, "SystemAdmin"));
    expect((await readBookings(admin, ask())).total.states.NoShow).toBe(3);
  });

  it("say how early one was canceled, to the minute, and by whom", async () => {
    const { total } = await readCancellations(office, ask());
    expect(total.leads).toEqual([
      { lead: "earlier", bookings: 1 },
      { lead: "under24h", bookings: 2 },
      { lead: "under12h", bookings: 2 },
      { lead: "under2h", bookings: 2 },
      { lead: "afterStart", bookings: 1 },
    ]);
    expect(total).toMatchObject({
      canceled: 8,
      rate: 0.6667,
      by: { owner: 4, backoffice: 1, operator: 3 },
    });
  });
});

describe("energy, owners and stations", async () => {
  const place = await makePlace(db, "Hudson");
  const second = await addStation(db, place.businessId, { name: "Hudson Two" });
  const office = as(db, place.office);
  await addSession(db, place, "2026-05-12T18:00:00Z", { totalMinor: 500, energyWh: 30_000 });
  await addSession(db, second, "2026-05-12T18:00:00Z", { totalMinor: 700, energyWh: 10_001 });
  await addSession(db, second, "2026-05-13T18:00:00Z", { totalMinor: 1, energyWh: 1 });
  await addSession(db, second, "2026-05-10T18:00:00Z", { totalMinor: 9, energyWh: 5 });
  const owner = await makeUser(db, "EvOwner");
  await addBooking(db, place, "2026-05-12T08:00:00Z", "Completed", { owner });
  await addBooking(db, second, "2026-05-13T08:00:00Z", "Completed", { owner });
  await addBooking(db, second, "2026-05-13T10:00:00Z", "NoShow", { owner });
  await addBooking(db, second, "2026-05-13T12:00:00Z", "Completed", { isGuest: true });

  it("reckons CO₂ with its sign, as operations.md has it", () => {
    const basis = { kwhPer100Km: 18, petrolGramsPerKm: 170, gridGramsPerKwh: 400 };
    expect(co2SavedKg(40_000, basis)).toBe(21.778);
    expect(co2SavedKg(40_000, { ...basis, gridGramsPerKwh: 1_000 })).toBe(-2.222);
    expect(co2SavedKg(0, basis)).toBe(0);
  });

  it("adds energy up to the watt-hour", async () => {
    const { total, before, basis } = await readEnergy(office, ask());
    expect(total).toEqual({ sessions: 3, energyKwh: 40.002, co2SavedKg: 21.779 });
    expect(before.total.energyKwh).toBe(0.005);
    expect(basis.gridGramsPerKwh).toBe(400);
    expect((await readRevenue(office, ask())).before.total.revenue).toEqual([
      { amount: "0.09", currency: "USD" },
    ]);
  });

  it("names the source of what CO₂ is reckoned with, or that there is none", async () => {
    const source = async () => (await readEnergy(office, ask())).basis.source;
    const set = (values: object) =>
      setSettings(
        office,
        SetSettings.parse({ scope: "Business", businessId: place.businessId, values }),
      );
    expect(await source()).toBe(
      "round figures for a usual car and a mixed grid, measured by nobody",
    );
    await set({ gridGramsPerKwh: 233 });
    expect(await source()).toBe("own figures without a named source");
    await set({ co2Source: "  Grid operator’s report of 2025 " });
    expect(await source()).toBe("Grid operator’s report of 2025");
    await set({ gridGramsPerKwh: null, co2Source: null });
  });

  it("counts owners who came again across the business's stations, and no guests", async () => {
    const { total, before } = await readOwners(office, ReadStarts.parse(range));
    // Each session has an owner of its own, and one has two visits.
    expect(total).toEqual({ owners: 4, repeatOwners: 1, rate: 0.25, visits: 5, repeatVisits: 2 });
    expect(before.total.owners).toBe(1);
    const one = await readOwners(
      office,
      ReadStarts.parse({ ...range, stationId: place.stationId }),
    );
    expect(one.total).toMatchObject({ owners: 2, repeatOwners: 0 });
  });

  it("puts the stations with the most sessions first", async () => {
    const { stations, count } = await readStations(office, ReadStations.parse(range));
    expect(count).toBe(2);
    expect(stations).toMatchObject([
      {
        name: "Hudson Two",
        sessions: 2,
        energyKwh: 10.002,
        revenue: [{ amount: "7.01" }],
        noShows: 1,
      },
      { name: "Hudson One", sessions: 1 },
    ]);
    const { stations: first } = await readStations(
      office,
      ReadStations.parse({ ...range, limit: "1" }),
    );
    expect(first).toHaveLength(1);
  });

  it("takes a range of five years and no more", () => {
    const query = { from: "2021-06-01", to: "2026-06-01" };
    expect(ReadReport.safeParse(query).success).toBe(true);
    expect(ReadReport.safeParse({ ...query, from: "2021-05-01" }).success).toBe(false);
  });
});
