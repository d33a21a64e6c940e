import { failInput, type FieldFault } from "@/lib/core/errors";
import type { FaultCode, FaultValues } from "@/lib/core/fault";
import type { Amount } from "@/lib/core/fields";
import { currencyDigits, isCurrency, toMinor } from "@/lib/core/money";

import type { Tariff } from "./rules";
import type { PricingInput, TariffMode } from "./schema";

/** What holds where the input names none: settings of the business. */
export interface PricingDefaults {
  readonly currency: string;
  readonly taxPercent: number;
}

type Price = "fee" | "perHour" | "perKwh" | "minimumFee";

/** The parts without which a mode has no price. */
const required: Readonly<Record<TariffMode, readonly Price[]>> = {
  Flat: ["fee"],
  Time: ["perHour"],
  Energy: ["perKwh"],
  Hybrid: ["minimumFee", "perKwh"],
};

/**
 * Reads a price as a tariff in minor units. Throws request.invalid naming every field at once: a missing part,
 * an unknown currency, more places than the currency has. `under` is the path of the price in the input.
 */
export function toTariff(
  input: PricingInput,
  defaults: PricingDefaults,
  under = "pricing",
): Tariff {
  const faults: FieldFault[] = [];
  const say = (field: string, code: FaultCode, values?: FaultValues) =>
    faults.push({ field: under ? `${under}.${field}` : field, code, ...(values && { values }) });
  const currency = input.currency ?? defaults.currency;
  if (!isCurrency(currency)) {
    say("currency", "no_such_currency");
    throw failInput(faults);
  }
  const given = { ...input, perHour: input.perHour ?? input.hourly };
  for (const part of required[input.mode]) {
    if (given[part] === undefined) say(part, "price_part", { mode: input.mode });
  }
  const minor = (field: Price | "lateCancelFee", amount: Amount | undefined) => {
    if (amount === undefined) return null;
    const value = toMinor(amount, currency);
    if (value === null) {
      say(field, "currency_decimals", { digits: currencyDigits(currency), currency });
    }
    return value;
  };
  const tariff: Tariff = {
    mode: input.mode,
    currency,
    feeMinor: minor("fee", given.fee),
    perHourMinor: minor("perHour", given.perHour),
    perKwhMinor: minor("perKwh", given.perKwh),
    minimumFeeMinor: minor("minimumFee", given.minimumFee),
    billingIncrementMinutes: input.billingIncrementMinutes ?? (input.mode === "Time" ? 60 : null),
    taxMilliPercent: Math.round(Number(input.taxPercent ?? defaults.taxPercent) * 1000),
    lateCancelFeeMinor: minor("lateCancelFee", given.lateCancelFee) ?? 0,
  };
  if (faults.length > 0) throw failInput(faults);
  return tariff;
}
