import { expect, it } from "vitest";

import { anonymous } from "@/lib/core/actor";
import { makeContext } from "@/lib/process/wiring";
import { priceVisit } from "@/lib/sites/stations";

import { testDatabase } from "../../../support/database";
import { energyTariff, makeBusiness, makeStation, testConfig } from "../../../support/world";

const { db } = await testDatabase();
const ctx = makeContext({ db, actor: anonymous, config: testConfig });
const { id: businessId } = await makeBusiness(db);
const ccs = "IEC_62196_T2_COMBO";

const places = [
  { standards: [ccs], powerW: 150_000 },
  {
    standards: ["CHADEMO", "IEC_62196_T2"],
    powerW: 50_000,
    plugPowersW: [50_000, 22_000],
  },
];
const visit = async (options: Parameters<typeof makeStation>[2], standards?: string[]) => {
  const { id: stationId } = await makeStation(db, businessId, options);
  return priceVisit(ctx, { stationId, energyWh: 20_000, ...(standards && { standards }) });
};

it("says what so much energy costs with its tax, and how long it takes at the best plug that fits", async () => {
  const total = { amount: "9.80", currency: "USD" };
  expect(await visit({ places })).toEqual({ energyWh: 20_000, minutes: 8, fits: false, total });
  expect(await visit({ places }, ["CHADEMO"])).toMatchObject({ minutes: 24, fits: true, total });
  expect(await visit({ places }, ["IEC_62196_T2"])).toMatchObject({ minutes: 55, fits: true });
  expect(await visit({ places }, ["NEMA_5_20"])).toMatchObject({ minutes: 8, fits: false });
});

it("counts begun time where that is what costs, and guesses a power that nobody told", async () => {
  const tariff = { ...energyTariff, mode: "Time" as const, perKwhMinor: null, taxMilliPercent: 0 };
  const unknown = [{ standards: [ccs], powerW: null }];
  // 110 minutes at 11 kW, which begin a second hour.
  expect(await visit({ places: unknown, tariff })).toMatchObject({
    minutes: 110,
    total: { amount: "12.00" },
  });
});

it("has nothing to say of a station without a price", async () => {
  expect(await visit({ tariff: null })).toBeNull();
});
