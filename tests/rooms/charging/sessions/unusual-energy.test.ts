import { describe, expect, it } from "vitest";

import { costSoFar, unusualEnergy } from "@/lib/charging/sessions/rules";
import type { Tariff } from "@/lib/money/tariffs/inside";

import { energyTariff, testStart } from "../../../support/world";

const codes = (energyWh: number | null, minutes: number, powerW: number | null = 50_000) =>
  unusualEnergy({ energyWh, minutes, powerW }).map(({ code }) => code);

describe("what is asked about before a session is finalized", () => {
  it.each<[string, number | null, number, number | null, string[]]>([
    ["nothing without a meter", null, 600, 50_000, []],
    ["as much as the connector gives, and 5 % more", 52_500, 60, 50_000, []],
    ["a watt-hour more", 52_501, 60, 50_000, ["energy_above_power"]],
    ["any energy in no time", 1, 0, 50_000, ["energy_above_power"]],
    ["nothing in no time", 0, 0, 50_000, []],
    ["nothing just before half an hour", 0, 29.999, 50_000, []],
    ["nothing after half an hour", 0, 30, 50_000, ["energy_none"]],
    ["5 % of the power on average", 2_500, 60, 50_000, []],
    ["a watt-hour less", 2_499, 60, 50_000, ["energy_low"]],
    ["little in a short time", 10, 29, 50_000, []],
    [
      "where the power is not known, what no connector gives",
      420_001,
      60,
      null,
      ["energy_above_power"],
    ],
    ["and no less", 420_000, 60, null, []],
    ["nor is little judged there", 1, 60, null, []],
    ["nothing is, though", 0, 60, null, ["energy_none"]],
  ])("%s", (_, energyWh, minutes, powerW, expected) => {
    expect(codes(energyWh, minutes, powerW)).toEqual(expected);
  });

  it("tells the numbers of its sentence", () => {
    expect(unusualEnergy({ energyWh: 182_000, minutes: 55.9, powerW: 50_000 })).toEqual([
      {
        code: "energy_above_power",
        values: { kWh: 182, minutes: 55, powerKw: 50, mostKwh: 48.912 },
      },
    ]);
    expect(unusualEnergy({ energyWh: 1_820, minutes: 55, powerW: 50_000 })).toEqual([
      { code: "energy_low", values: { kWh: 1.82, minutes: 55, powerKw: 50, averageKw: 1.99 } },
    ]);
  });
});

describe("the cost so far", () => {
  const after = (minutes: number) => new Date(testStart.getTime() + minutes * 60_000);
  const cost = (tariff: Partial<Tariff>, minutes: number, energyWh: number | null = null) =>
    costSoFar(
      { tariff: { ...energyTariff, ...tariff }, startedAt: testStart, energyWh },
      after(minutes),
    );

  it.each<[string, Partial<Tariff>, number, ReturnType<typeof costSoFar>]>([
    [
      "energy falls back on time, as finalizing does",
      {},
      61,
      { totalMinor: 1_307, estimated: true },
    ],
    ["time is what it is", { mode: "Time" }, 61, { totalMinor: 1_307, estimated: false }],
    ["a flat fee, too", { mode: "Flat", feeMinor: 750 }, 1, { totalMinor: 817, estimated: false }],
    [
      "a minimum fee can grow",
      { mode: "Hybrid", minimumFeeMinor: 400, perHourMinor: null },
      1,
      { totalMinor: 436, estimated: true },
    ],
    ["no price without the meter", { perHourMinor: null }, 61, null],
    [
      "nothing before it began, by a clock that went back",
      {},
      -5,
      { totalMinor: 0, estimated: true },
    ],
  ])("%s", (_, tariff, minutes, expected) => {
    expect(cost(tariff, minutes)).toEqual(expected);
  });

  it("goes by the meter where it is known", () => {
    expect(cost({ perHourMinor: null }, 65, 18_200)).toEqual({ totalMinor: 892, estimated: false });
  });
});
