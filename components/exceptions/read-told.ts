import { z } from "zod";

import { paymentMode } from "@/lib/charging/sessions/schema";

/** What an act was done with, as far as somebody who settles it must know it; whatever is kept otherwise is left out. */
const Told = z.object({
  kWh: z.coerce.number().optional().catch(undefined),
  minutes: z.number().optional().catch(undefined),
  payment: z
    .object({ mode: paymentMode, amount: z.coerce.string().optional() })
    .optional()
    .catch(undefined),
  notes: z.string().optional().catch(undefined),
  addNote: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  override: z.object({ reason: z.string() }).optional().catch(undefined),
  chargeFee: z.boolean().optional().catch(undefined),
});

type ToldFacts = Pick<z.infer<typeof Told>, "kWh" | "minutes" | "payment"> & {
  readonly note?: string;
  readonly reason?: string;
  readonly chargesFee: boolean;
};

/** Reads what the phone sent with its act (`facts.told` of `GET operator/exceptions`). */
export function readTold(told: Readonly<Record<string, unknown>>): ToldFacts {
  const { notes, addNote, override, reason, chargeFee, ...facts } = Told.parse(told);
  return {
    ...facts,
    note: addNote ?? notes,
    reason: override?.reason ?? reason,
    chargesFee: chargeFee === true,
  };
}
