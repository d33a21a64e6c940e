import { z } from "zod";

import { instantView, moneyView } from "@/lib/core/fields";
import { QueuedException } from "@/lib/charging/queue/schema";
import { paymentMode } from "@/lib/charging/sessions/schema";

/** Finalized sessions in one currency, added up. `change` and `due` are each session's own, never set off. */
const taken = {
  sessions: z.int(),
  /** What they came to, with tax. */
  charged: moneyView,
  received: moneyView,
  change: moneyView,
  due: moneyView,
  /** What is left of what was received once the change was given. */
  kept: moneyView,
};
/** Who finalized; null where nobody did it by hand. */
const byWhom = { operatorId: z.uuid().nullable(), operator: z.string().nullable() };

/** What operators took in cash, day by day. */
export const CashReport = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  /** Whose days they are; null where each business has its own. */
  timeZone: z.string().nullable(),
  /** By day, then by operator's name and currency; a day and operator without cash is left out. */
  rows: z.array(z.object({ day: z.iso.date(), ...byWhom, ...taken })),
  /** One a currency. */
  totals: z.array(z.object(taken)),
});
export type CashReport = z.infer<typeof CashReport>;

/** What happened at one or several stations in a time, for whoever comes next. */
export const ShiftReport = z.object({
  from: instantView,
  to: instantView,
  stations: z.array(z.object({ id: z.uuid(), name: z.string(), timeZone: z.string() })),
  /** How many, and how many of them by the caller. */
  checkedIn: z.object({ sessions: z.int(), own: z.int() }),
  finalized: z.object({ sessions: z.int(), own: z.int(), energyKwh: z.number() }),
  aborted: z.int(),
  /** Bookings that began in the time, and to which nobody came. */
  noShows: z.int(),
  /** By operator, mode and currency, the caller's own first; `mode` is null where nothing was paid. */
  takings: z.array(
    z.object({ ...byWhom, own: z.boolean(), mode: paymentMode.nullable(), ...taken }),
  ),
  /** One a currency. */
  totals: z.array(z.object(taken)),
  /** Finalized and not paid in full, the latest first; 100 at most. */
  stillDue: z.array(
    z.object({
      sessionId: z.uuid(),
      bookingId: z.uuid(),
      bookingNumber: z.string(),
      operator: z.string().nullable(),
      endedAt: instantView,
      total: moneyView,
      received: moneyView,
      due: moneyView,
    }),
  ),
  /** What is left to whoever comes next, as it stands now. */
  left: z.object({
    /** Cars that charge. */
    charging: z.int(),
    /** What went otherwise than planned and is still open, the oldest first, as the queue tells it. */
    exceptions: z.array(QueuedException),
    /** How many of these there are, also where the list is cut. */
    exceptionCount: z.int(),
  }),
});
export type ShiftReport = z.infer<typeof ShiftReport>;
