import { beforeAll, expect, it } from "vitest";

import { findTariff } from "@/lib/money/tariffs/inside";
import { setSettings } from "@/lib/records/settings";
import { SetSettings } from "@/lib/records/settings/schema";
import { priceExample, setTariff } from "@/lib/sites/stations";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../../../support/database";
import { testClockAt } from "../../../support/test-clock";
import { makeBusiness, makeStation, makeUser, testConfig, testStart } from "../../../support/world";
import { refusal } from "../../people/accounts/setting";

const { db } = await testDatabase();
const clock = testClockAt(testStart);
const business = await makeBusiness(db);
const station = await makeStation(db, business.id, { tariff: null });
const office = await officeOf(business.id);

async function officeOf(businessId: string) {
  const actor = await makeUser(db, "Backoffice", { businessId });
  return makeContext({ db, clock, config: testConfig, actor });
}

beforeAll(async () => {
  const values = { defaultTaxPercent: 8.875, defaultCurrency: "EUR" };
  await setSettings(office, SetSettings.parse({ values }));
});

const session = { minutes: 80, energyWh: 18_200 };

it("prices an example by the defaults that the price would be saved with, and writes nothing", async () => {
  const price = { stationId: station.id, mode: "Flat", fee: "5.00" } as const;
  const money = (amount: string) => ({ amount, currency: "EUR" });
  const charge = {
    energy: null,
    time: null,
    fee: money("5.00"),
    tax: money("0.44"),
    total: money("5.44"),
  };
  expect(await priceExample(office, { ...price, session })).toEqual({
    metered: charge,
    unmetered: charge,
  });
  expect(await findTariff(office, station.id)).toBeNull();
  await setTariff(office, price);
  expect(await findTariff(office, station.id)).toMatchObject({
    currency: "EUR",
    feeMinor: 500,
    taxMilliPercent: 8_875,
  });
});

it("takes what is said over the defaults, and leaves out what cannot be priced", async () => {
  const price = { mode: "Energy", perKwh: 45, currency: "JPY", taxPercent: 0 } as const;
  const example = await priceExample(office, { ...price, stationId: station.id, session });
  const energy = { amount: "819", currency: "JPY" };
  const tax = { amount: "0", currency: "JPY" };
  expect(example).toEqual({
    metered: { energy, time: null, fee: null, tax, total: energy },
    unmetered: null,
  });
});

it("prices by the hour where no meter is read", async () => {
  const price = {
    mode: "Energy",
    perKwh: 45,
    hourly: 300,
    currency: "JPY",
    taxPercent: 0,
  } as const;
  const example = await priceExample(office, { ...price, stationId: station.id, session });
  expect(example.unmetered?.time).toEqual({ amount: "400", currency: "JPY" });
});

it("does not price another business's station", async () => {
  const stranger = await officeOf((await makeBusiness(db, "Mohawk Power")).id);
  const price = { stationId: station.id, mode: "Flat", fee: "5.00" } as const;
  expect(await refusal(priceExample(stranger, { ...price, session }))).toBe("station.not_found");
});
