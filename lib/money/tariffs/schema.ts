import { z } from "zod";

import { fault } from "@/lib/core/fault";
import { amount, moneyView, plainText } from "@/lib/core/fields";

export const tariffMode = z.enum(["Flat", "Time", "Energy", "Hybrid"]);
export type TariffMode = z.infer<typeof tariffMode>;

/** `energy`, `ENERGY` and `Energy` alike. */
const anyCase = plainText
  .overwrite((text) => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase())
  .pipe(z.enum(tariffMode.options, fault("tariff_mode")));

/** A station's price as it comes in (api.md, Pricing); `hourly` is the first contract's `perHour`. */
export const PricingInput = z.strictObject({
  mode: anyCase,
  currency: plainText
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, fault("currency"))
    .optional(),
  fee: amount.optional(),
  perHour: amount.optional(),
  hourly: amount.optional(),
  perKwh: amount.optional(),
  minimumFee: amount.optional(),
  billingIncrementMinutes: z
    .union([z.literal(30), z.literal(60)], fault("billing_increment"))
    .optional(),
  taxPercent: z
    .union([z.number(), plainText])
    .refine(
      (value) => /^\d{1,3}(\.\d{1,3})?$/.test(String(value)) && Number(value) <= 100,
      fault("tax_percent"),
    )
    .optional(),
  lateCancelFee: amount.optional(),
});
export type PricingInput = z.infer<typeof PricingInput>;

export const PricingView = z.object({
  mode: tariffMode,
  currency: z.string(),
  fee: moneyView.nullable(),
  perHour: moneyView.nullable(),
  perKwh: moneyView.nullable(),
  minimumFee: moneyView.nullable(),
  billingIncrementMinutes: z.number().int().nullable(),
  taxPercent: z.number(),
  lateCancelFee: moneyView,
});
export type PricingView = z.infer<typeof PricingView>;
