import { z } from "zod";

export const tariffMode = z.enum(["Flat", "Time", "Energy", "Hybrid"]);
export type TariffMode = z.infer<typeof tariffMode>;

/** An amount in major units, `0.45` or `"0.45"`; how many places is the currency's to say. */
const amount = z
  .union([z.number(), z.string().trim()])
  .refine(
    (value) => /^\d{1,9}(\.\d{1,6})?$/.test(String(value)),
    "Use a plain amount such as 0.45.",
  );
export type Amount = z.infer<typeof amount>;

/** `energy`, `ENERGY` and `Energy` alike. */
const anyCase = z
  .string()
  .overwrite((text) => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase())
  .pipe(z.enum(["Flat", "Time", "Energy", "Hybrid"], "Use Flat, Time, Energy or Hybrid."));

/** A station's price as it comes in (api.md, Pricing); `hourly` is the first contract's `perHour`. */
export const PricingInput = z.strictObject({
  mode: anyCase,
  currency: z
    .string()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, "Use an ISO 4217 code such as USD.")
    .optional(),
  fee: amount.optional(),
  perHour: amount.optional(),
  hourly: amount.optional(),
  perKwh: amount.optional(),
  minimumFee: amount.optional(),
  billingIncrementMinutes: z.union([z.literal(30), z.literal(60)], "Use 30 or 60.").optional(),
  taxPercent: z
    .union([z.number(), z.string().trim()])
    .refine(
      (value) => /^\d{1,3}(\.\d{1,3})?$/.test(String(value)) && Number(value) <= 100,
      "Use 0 to 100, with at most 3 decimals.",
    )
    .optional(),
  lateCancelFee: amount.optional(),
});
export type PricingInput = z.infer<typeof PricingInput>;

const MoneyView = z.object({ amount: z.string(), currency: z.string() });

export const PricingView = z.object({
  mode: tariffMode,
  currency: z.string(),
  fee: MoneyView.nullable(),
  perHour: MoneyView.nullable(),
  perKwh: MoneyView.nullable(),
  minimumFee: MoneyView.nullable(),
  billingIncrementMinutes: z.number().int().nullable(),
  taxPercent: z.number(),
  lateCancelFee: MoneyView,
});
export type PricingView = z.infer<typeof PricingView>;
