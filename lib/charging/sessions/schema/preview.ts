import { z } from "zod";

import { instantView } from "@/lib/core/fields";

import { chargedTotals, settledPayment } from "./receipts";

/**
 * What is out of the ordinary with the energy that is to be charged, or that less was received than it comes to; it is
 * asked about, and never refused.
 */
const finalizeWarning = z.enum([
  "energy_above_power",
  "energy_none",
  "energy_low",
  "payment_short",
]);
export type FinalizeWarning = z.infer<typeof finalizeWarning>;

/** What finalizing a session would come to. */
export const SessionPreview = z.object({
  endedAt: instantView,
  /** Minutes that the connector was taken, pauses included; these are billed. */
  minutes: z.number(),
  kWh: z.number().nullable(),
  metered: z.boolean(),
  totals: chargedTotals,
  payment: settledPayment,
  warnings: z.array(
    z.object({
      code: finalizeWarning,
      /** The numbers of the message: `kWh`, `minutes`, `powerKw`, `mostKwh`, `averageKw`; what is due stands in `payment`. */
      values: z.record(z.string(), z.number()),
      /** The same in the reader's language. */
      message: z.string(),
    }),
  ),
});
export type SessionPreview = z.infer<typeof SessionPreview>;
