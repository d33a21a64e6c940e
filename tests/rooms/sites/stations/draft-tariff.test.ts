import { beforeAll, expect, it } from "vitest";

import { findTariff, type Tariff } from "@/lib/money/tariffs/inside";
import { setSettings } from "@/lib/records/settings";
import { SetSettings } from "@/lib/records/settings/schema";
import { draftTariff, setTariff } from "@/lib/sites/stations";
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

it("prices a draft by the defaults that it would be saved with, and writes nothing", async () => {
  const price = { stationId: station.id, mode: "Flat", fee: "5.00" } as const;
  const draft = await draftTariff(office, price);
  expect(draft).toMatchObject({ currency: "EUR", feeMinor: 500, taxMilliPercent: 8_875 });
  expect(await findTariff(office, station.id)).toBeNull();
  await setTariff(office, price);
  const saved: Tariff | null = await findTariff(office, station.id);
  expect(saved).toMatchObject(draft);
});

it("takes what is said over the defaults", async () => {
  const price = { mode: "Energy", perKwh: 45, currency: "JPY", taxPercent: 0 } as const;
  const draft = await draftTariff(office, { ...price, stationId: station.id });
  expect(draft).toMatchObject({ currency: "JPY", perKwhMinor: 45, taxMilliPercent: 0 });
});

it("does not price another business's station", async () => {
  const stranger = await officeOf((await makeBusiness(db, "Mohawk Power")).id);
  const price = { stationId: station.id, mode: "Flat", fee: "5.00" } as const;
  expect(await refusal(draftTariff(stranger, price))).toBe("station.not_found");
});
