import { beforeEach, expect, it } from "vitest";

import { anonymous } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { SetSchedule } from "@/lib/sites/schedules/schema";
import { setSchedule } from "@/lib/sites/schedules";
import {
  addConnector,
  createStation,
  readManagedStation,
  readStation,
  removeConnector,
  searchStations,
  setStationStatus,
  setTariff,
  updateStation,
} from "@/lib/sites/stations";
import { ConnectorKinds, SearchStations } from "@/lib/sites/stations/schema";

import { testDatabase } from "../../../support/database";
import { makeStation } from "../../../support/world";
import { day, twoOffices, week } from "../schedules/setting";

const { db } = await testDatabase();
const { business, world, office, foreign } = await twoOffices(db);
const stranger: Context = world.as(anonymous);
const price = { mode: "Energy", perKwh: 0.45 } as const;
const facts = {
  name: "Quay",
  location: { lat: 42.65, lng: -73.75 },
  type: "DC",
  connectors: 1,
} as const;
const never = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

let id: string;
beforeEach(async () => {
  ({ id } = await createStation(office, { ...facts, opensWhenReady: true }));
});
const state = async () => {
  const { status, opensWhenReady, missing } = await readManagedStation(office, id);
  return { status, opensWhenReady, missing };
};
const open = (weekly: Parameters<typeof SetSchedule.parse>[0] = week) =>
  setSchedule(office, { stationId: id, ...SetSchedule.parse({ weekly }) });
const isFound = async (ctx: Context, mine: object = {}) => {
  const query = SearchStations.parse({ search: "Quay", ...mine });
  return (await searchStations(ctx, { ...query, page: 1, limit: 100 })).items.some(
    (one) => one.id === id,
  );
};
const waiting = { status: "Inactive", opensWhenReady: true };
const ready = { status: "Active", opensWhenReady: false, missing: [] };

it("is nobody's but its office's until it has a price and hours, and opens with the last of them", async () => {
  expect(await state()).toEqual({ ...waiting, missing: ["Price", "Hours"] });
  await setTariff(office, { stationId: id, ...price });
  expect(await state()).toEqual({ ...waiting, missing: ["Hours"] });
  await expect(readStation(stranger, id)).rejects.toMatchObject({ code: "station.not_found" });
  await expect(readStation(foreign, id)).rejects.toMatchObject({ code: "station.not_found" });
  expect(await isFound(stranger)).toBe(false);
  expect(await isFound(office, { mine: "true" })).toBe(true);
  expect(await world.slots(id)).toEqual([]);
  await open();
  expect(await state()).toEqual(ready);
  expect((await readStation(stranger, id)).takesBookings).toBe(true);
  expect(await isFound(stranger)).toBe(true);
  expect(await world.slots(id)).not.toEqual([]);
});

it("takes a week that is closed on all days for no hours", async () => {
  await setTariff(office, { stationId: id, ...price });
  await open(never);
  expect(await state()).toEqual({ ...waiting, missing: ["Hours"] });
  await open({ ...never, sun: day });
  expect(await state()).toEqual(ready);
});

it("opens with the price where the hours came first, and says so in its answer", async () => {
  await open();
  const answer = await setTariff(office, { stationId: id, ...price });
  expect(answer).toMatchObject(ready);
});

it("opens with a connector where that was missing", async () => {
  const { connectors } = await readManagedStation(office, id);
  await removeConnector(office, { stationId: id, connectorId: connectors[0]?.id ?? "" });
  await updateStation(office, { id, pricing: price, hours: week });
  expect(await state()).toEqual({ ...waiting, missing: ["Connectors"] });
  await addConnector(office, { stationId: id, number: 1 });
  expect(await state()).toEqual(ready);
});

it("is Active at once where it is made with all of it, or where nobody asked it to wait", async () => {
  const whole = { ...facts, pricing: price, hours: week };
  expect(await createStation(office, { ...whole, opensWhenReady: true })).toMatchObject(ready);
  expect(await createStation(office, facts)).toMatchObject({
    status: "Active",
    opensWhenReady: false,
    missing: ["Price", "Hours"],
  });
});

it("never opens by itself what somebody closed, or opened, by hand", async () => {
  await setStationStatus(office, { id, status: "Active" });
  await setStationStatus(office, { id, status: "Inactive" });
  await updateStation(office, { id, pricing: price, hours: week });
  expect(await state()).toEqual({ status: "Inactive", opensWhenReady: false, missing: [] });
});

it("is made to wait, or to wait no longer, by a change; an open one stays open", async () => {
  await updateStation(office, { id, opensWhenReady: false });
  await updateStation(office, { id, pricing: price, hours: week });
  expect(await state()).toMatchObject({ status: "Inactive" });
  await updateStation(office, { id, opensWhenReady: true });
  expect(await state()).toEqual(ready);
  await updateStation(office, { id, opensWhenReady: true });
  expect(await state()).toEqual(ready);
});

it("may be opened and completed by one change", async () => {
  const whole = { pricing: price, hours: week, connectors: 2, status: "Active" } as const;
  expect(await updateStation(office, { id, ...whole })).toMatchObject(ready);
});

it("stays open though its hours are taken away", async () => {
  await updateStation(office, { id, pricing: price, hours: week });
  await open(never);
  expect(await state()).toEqual({ ...ready, missing: ["Hours"] });
});

it("leaves stations as they are that were there before, listed ones too", async () => {
  const { id: listed } = await makeStation(db, null, { tariff: null });
  const { id: old } = await makeStation(db, business.id, { status: "Inactive", tariff: null });
  expect(await readStation(stranger, listed)).toMatchObject({ status: "Active", bookable: false });
  await updateStation(office, { id: old, pricing: price, hours: week });
  expect(await readManagedStation(office, old)).toMatchObject({ status: "Inactive" });
});

it("has the connectors that a form asks for by their kinds, numbered through, each with its own plug and power", async () => {
  const connectors = ConnectorKinds.parse([
    { count: 2, standard: "IEC_62196_T1_COMBO", maxPowerKw: 150 },
    { count: 1, standard: "chademo", maxPowerKw: 62.5 },
  ]);
  const made = await createStation(office, { ...facts, connectors });
  expect(made.connectors).toMatchObject([
    { number: 1, standards: ["IEC_62196_T1_COMBO"], maxPowerKw: 150 },
    { number: 2, standards: ["IEC_62196_T1_COMBO"], maxPowerKw: 150 },
    { number: 3, standards: ["CHADEMO"], maxPowerKw: 62.5 },
  ]);
});

it("asks a form's kinds for a number, a plug and a power, and for no more than a hundred in all", () => {
  const kind = { count: 60, standard: "CHADEMO", maxPowerKw: 50 };
  const faultsOf = (...kinds: object[]) =>
    ConnectorKinds.safeParse(kinds).error?.issues.map(({ path }) => path.join("."));
  expect(faultsOf(kind, { ...kind, count: 40 })).toBeUndefined();
  expect(faultsOf(kind, { ...kind, count: 41 })).toEqual([""]);
  expect(faultsOf()).toEqual([""]);
  expect(faultsOf({ standard: "", maxPowerKw: 0 })).toEqual([
    "0.count",
    "0.standard",
    "0.maxPowerKw",
  ]);
});
