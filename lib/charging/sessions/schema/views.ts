import { z } from "zod";

import { BookingView } from "@/lib/charging/bookings/schema";
import { instantView, placeView, moneyView } from "@/lib/core/fields";

import { chargedTotals, settledPayment } from "./receipts";
import { sessionAction, sessionStatus } from "./states";

export const PhotoView = z.object({
  id: z.uuid(),
  sessionId: z.uuid(),
  contentType: z.string(),
  size: z.int(),
  createdAt: instantView,
});
export type PhotoView = z.infer<typeof PhotoView>;

export const SessionView = z.object({
  id: z.uuid(),
  bookingId: z.uuid(),
  bookingNumber: z.string(),
  status: sessionStatus,
  stationId: z.uuid(),
  stationName: z.string(),
  timeZone: z.string(),
  ownerNic: z.string().nullable(),
  /** Null for a guest at the gate, whom the plate alone tells. */
  ownerName: z.string().nullable(),
  vehiclePlate: z.string().nullable(),
  connector: z.object({
    id: z.uuid(),
    number: z.int(),
    ...placeView,
  }),
  startedAt: instantView,
  endedAt: instantView.nullable(),
  /** Since when charging is paused. */
  pausedAt: instantView.nullable(),
  /** When the booked time ends. */
  bookedUntil: instantView,
  /** Whether the car still stands there after the booked time. */
  overstay: z.boolean(),
  /** The energy so far, or in all; null while nobody read it. */
  kWh: z.number().nullable(),
  /** Whether `kWh` was read from a meter. */
  metered: z.boolean().nullable(),
  /**
   * What it would cost if it ended now, with tax; `estimated` where the meter's reading will change it. Null for one
   * that has ended, and where there is no price without the meter.
   */
  costSoFar: moneyView.extend({ estimated: z.boolean() }).nullable(),
  totals: chargedTotals.nullable(),
  payment: settledPayment.nullable(),
  /** The late fee agreed with the booking, which the caller may charge when aborting it now; null for none. */
  lateCancelFee: moneyView.nullable(),
  /**
   * The first booking, of the next 24 hours, that would find every place taken if this car stayed and the others left
   * at their time.
   */
  next: z.object({ bookingId: z.uuid(), number: z.string(), startsAt: instantView }).nullable(),
  notes: z.string().nullable(),
  /** What staff noted, oldest first; empty for the owner. */
  noteList: z.array(z.object({ id: z.uuid(), at: instantView, by: z.string(), text: z.string() })),
  /** Oldest first; each is at `photos/{id}` of the session. */
  photos: z.array(PhotoView),
  receiptNumber: z.string().nullable(),
  /** What the caller may do with it now; `abort` is done by canceling its booking. */
  can: z.array(sessionAction),
});
export type SessionView = z.infer<typeof SessionView>;

/** What became of a file of past sessions; `read` is the sum of the other three. */
export interface SessionImport {
  readonly read: number;
  readonly imported: number;
  readonly refused: number;
  /** There already, or twice in the file. */
  readonly duplicates: number;
  /** Whether day and month of the file's dates were exchanged, and put right. */
  readonly exchanged: boolean;
  /** The refused rows by their lines, and why. */
  readonly rows: readonly { readonly row: number; readonly why: string }[];
}

export const CheckedIn = SessionView.extend({ booking: BookingView });
export type CheckedIn = z.infer<typeof CheckedIn>;
