import { describe, expect, it } from "vitest";

import {
  estimatePrice,
  needsMeter,
  priceCharge,
  toTariff,
  type Tariff,
} from "@/lib/money/tariffs/inside";
import { PricingInput } from "@/lib/money/tariffs/schema";

const tariff = (input: PricingInput): Tariff =>
  toTariff(PricingInput.parse(input), { currency: "USD", taxPercent: 0 });

const second = 1 / 60;

describe("the price of a session", () => {
  it("is the energy with tax, to the cent", () => {
    const energy = tariff({ mode: "Energy", perKwh: "0.45", taxPercent: 8 });
    expect(priceCharge(energy, { minutes: 65, energyWh: 18_200 })).toEqual({
      energyWh: 18_200,
      energyMinor: 819,
      timeMinor: 0,
      feeMinor: 0,
      subtotalMinor: 819,
      taxMinor: 66,
      totalMinor: 885,
    });
  });

  it.each([
    [0, 0],
    [second, 325],
    [30, 325],
    [30 + second, 650],
    [60, 650],
    [60 + second, 975],
  ])("bills %d minutes by half hours begun as %i", (minutes, expected) => {
    const time = tariff({ mode: "Time", perHour: 6.5, billingIncrementMinutes: 30 });
    expect(priceCharge(time, { minutes, energyWh: 9_000 }).totalMinor).toBe(expected);
  });

  it.each([
    [undefined, 45, 450],
    [undefined, 61 + second, 610],
    [undefined, 61 + 5 * second, 611],
    [30, 45, 600],
    [60, 61, 1200],
  ] as const)("falls back to time where no meter tells the energy", (increment, minutes, cents) => {
    const input = { mode: "Energy", perKwh: "0.45", hourly: "6.00" };
    const energy = tariff({ ...input, billingIncrementMinutes: increment } as PricingInput);
    const charge = priceCharge(energy, { minutes, energyWh: null });
    expect(charge).toMatchObject({ energyMinor: 0, timeMinor: cents, totalMinor: cents });
  });

  it("needs a meter by energy alone, where no hourly rate takes its place", () => {
    expect(needsMeter(tariff({ mode: "Energy", perKwh: "0.45" }))).toBe(true);
    expect(needsMeter(tariff({ mode: "Energy", perKwh: "0.45", perHour: 6 }))).toBe(false);
    expect(needsMeter(tariff({ mode: "Hybrid", perKwh: "0.45", minimumFee: 2 }))).toBe(false);
  });

  // 8.875 % of an amount lies between two cents more often than not.
  it.each([
    [{ mode: "Flat", fee: "8.19" }, 819, 73],
    [{ mode: "Time", perHour: "6.50", billingIncrementMinutes: 30 }, 975, 87],
    [{ mode: "Energy", perKwh: "0.45" }, 45_000, 3_994],
    [{ mode: "Hybrid", perKwh: "0.001", minimumFee: "1.04", currency: "KWD" }, 1_040, 92],
    [{ mode: "Energy", perKwh: "45", currency: "JPY" }, 45_000, 3_994],
    [{ mode: "Energy", perKwh: "0.125", currency: "KWD" }, 125_000, 11_094],
  ] as const)("adds tax once, in the currency's own minor units: %o", (input, subtotal, tax) => {
    const price = tariff({ ...input, taxPercent: "8.875" } as PricingInput);
    const charge = priceCharge(price, { minutes: 61, energyWh: 1_000_000 });
    expect(charge).toMatchObject({ subtotalMinor: subtotal, taxMinor: tax });
  });

  it.each([
    [10_000, 450, 50],
    [11_111, 500, 0],
    [20_000, 900, 0],
    [0, 0, 500],
  ])("raises %i Wh to the hybrid minimum", (energyWh, energyMinor, feeMinor) => {
    const hybrid = tariff({ mode: "Hybrid", minimumFee: 5, perKwh: 0.45 });
    expect(priceCharge(hybrid, { minutes: 10, energyWh })).toMatchObject({ energyMinor, feeMinor });
  });

  it("is the fee alone when flat, whatever was used", () => {
    const flat = tariff({ mode: "Flat", fee: 7, taxPercent: "8.875" });
    const charge = priceCharge(flat, { minutes: 600, energyWh: 1_000_000 });
    expect(charge).toMatchObject({ subtotalMinor: 700, taxMinor: 62, totalMinor: 762 });
  });

  it("rounds half a cent up", () => {
    const energy = tariff({ mode: "Energy", perKwh: "0.45" });
    expect(priceCharge(energy, { minutes: 1, energyWh: 300 }).totalMinor).toBe(14);
    expect(priceCharge(energy, { minutes: 1, energyWh: 299 }).totalMinor).toBe(13);
  });

  it("assumes the connector's power for an estimate, up to a full battery", () => {
    const energy = tariff({ mode: "Energy", perKwh: "1.00" });
    expect(estimatePrice(energy, { minutes: 60, powerW: 7_400 }).totalMinor).toBe(740);
    expect(estimatePrice(energy, { minutes: 240, powerW: 150_000 }).totalMinor).toBe(6_000);
  });
});

describe("a price as it comes in", () => {
  it("accepts the first contract's spelling", () => {
    const first = PricingInput.parse({ mode: "time", hourly: 6.5 });
    expect(toTariff(first, { currency: "USD", taxPercent: 8.875 })).toMatchObject({
      mode: "Time",
      perHourMinor: 650,
      currency: "USD",
      taxMilliPercent: 8_875,
      billingIncrementMinutes: 60,
    });
  });

  it.each<[PricingInput, string[]]>([
    [{ mode: "Flat" }, ["pricing.fee"]],
    [{ mode: "Time" }, ["pricing.perHour"]],
    [{ mode: "Hybrid" }, ["pricing.minimumFee", "pricing.perKwh"]],
    [{ mode: "Energy", perKwh: "0.455" }, ["pricing.perKwh"]],
    [{ mode: "Flat", fee: "1.5", currency: "JPY" }, ["pricing.fee"]],
    [{ mode: "Flat", fee: 1, currency: "XQZ" }, ["pricing.currency"]],
  ])("names every field that is not right: %o", (input, fields) => {
    const refusal = expect.objectContaining({
      code: "request.invalid",
      fields: fields.map((field) => expect.objectContaining({ field })),
    });
    expect(() => tariff(input)).toThrow(refusal);
  });
});
