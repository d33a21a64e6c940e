import { divideHalfUp } from "@/lib/core/money";
import type { TariffMode } from "./schema";

/** A price, in minor units of its currency. */
export interface Tariff {
  readonly mode: TariffMode;
  readonly currency: string;
  readonly feeMinor: number | null;
  readonly perHourMinor: number | null;
  readonly perKwhMinor: number | null;
  readonly minimumFeeMinor: number | null;
  /** Time is billed per 30 or 60 minutes begun; where null, as it was. */
  readonly billingIncrementMinutes: number | null;
  /** Thousandths of a percent. */
  readonly taxMilliPercent: number;
  readonly lateCancelFeeMinor: number;
}

/** What was used: minutes the place was taken, and energy where a meter told it. */
export interface Usage {
  readonly minutes: number;
  readonly energyWh: number | null;
}

/** A charge by its lines, in minor units; every line was rounded once. */
export interface Charge {
  readonly energyWh: number | null;
  readonly energyMinor: number;
  readonly timeMinor: number;
  readonly feeMinor: number;
  readonly subtotalMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
}

const whPerKwh = 1_000;
/** The most energy that an estimate assumes: a usual battery, filled. */
const estimateCapWh = 60 * whPerKwh;
/** Watts assumed where a connector's power is not known. */
const unknownPowerW = 11_000;

/**
 * What a session costs (product.md, Tariff). Flat: the fee. Time: hours begun in steps of 30 or 60 minutes.
 * Energy: the meter's kWh, else duration × hourly rate. Hybrid: the energy, raised to the minimum by a fee line;
 * without a meter the hourly rate takes the energy's place. Money rounds half up once, at the line.
 */
export function priceCharge(tariff: Tariff, usage: Usage): Charge {
  const { energyWh } = usage;
  const { mode } = tariff;
  const metersEnergy = mode === "Energy" || mode === "Hybrid";
  const energyMinor = metersEnergy && energyWh !== null ? energyLine(tariff, energyWh) : 0;
  const timeMinor =
    mode === "Time" || (metersEnergy && energyWh === null) ? timeLine(tariff, usage.minutes) : 0;
  const used = energyMinor + timeMinor;
  const feeMinor =
    mode === "Flat"
      ? (tariff.feeMinor ?? 0)
      : mode === "Hybrid"
        ? Math.max(0, (tariff.minimumFeeMinor ?? 0) - used)
        : 0;
  const subtotalMinor = used + feeMinor;
  const taxMinor = divideHalfUp(BigInt(subtotalMinor) * BigInt(tariff.taxMilliPercent), 100_000n);
  const totalMinor = subtotalMinor + taxMinor;
  return { energyWh, energyMinor, timeMinor, feeMinor, subtotalMinor, taxMinor, totalMinor };
}

/**
 * What a booking is expected to cost: its whole time, and where energy is billed, its hours at the connector's
 * power (watts; 11 kW where unknown), at most 60 kWh.
 */
export function estimatePrice(
  tariff: Tariff,
  { minutes, powerW }: { minutes: number; powerW: number | null },
): Charge {
  const drawn = Math.floor(((powerW ?? unknownPowerW) * minutes) / 60);
  return priceCharge(tariff, { minutes, energyWh: Math.min(drawn, estimateCapWh) });
}

function energyLine(tariff: Tariff, energyWh: number): number {
  return divideHalfUp(BigInt(tariff.perKwhMinor ?? 0) * BigInt(energyWh), 1_000n);
}

function timeLine(tariff: Tariff, minutes: number): number {
  const seconds = Math.round(billedTime(tariff, minutes).minutes * 60);
  return divideHalfUp(BigInt(tariff.perHourMinor ?? 0) * BigInt(seconds), 3_600n);
}

/**
 * What is billed of the minutes used, a fraction or not: one second over an increment begins the next. Without
 * increments, seconds count.
 */
export function billedTime(
  { billingIncrementMinutes: increment }: Pick<Tariff, "billingIncrementMinutes">,
  minutes: number,
): { readonly minutes: number; readonly increments: number | null } {
  const used = Math.max(0, minutes);
  if (!increment) return { minutes: Math.round(used * 60) / 60, increments: null };
  const increments = Math.ceil(used / increment);
  return { minutes: increments * increment, increments };
}

/** Whether a session can be priced without a meter's reading: not by energy alone with no hourly rate. */
export function needsMeter({ mode, perHourMinor }: Tariff): boolean {
  return mode === "Energy" && perHourMinor === null;
}
