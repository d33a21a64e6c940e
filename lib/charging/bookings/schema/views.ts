import { z } from "zod";

import { instantView, moneyView } from "@/lib/core/fields";
import { conflictReason } from "@/lib/sites/schedules/schema";

import { bookingAction, bookingOrigin, bookingStatus } from "./states";

/** A time to which a booking could be moved. */
export const MoveTime = z.object({ startsAt: instantView, endsAt: instantView });
export type MoveTime = z.infer<typeof MoveTime>;

export const QrView = z.object({
  token: z.string(),
  /** To type when the camera fails. */
  code: z.string(),
  issuedAt: instantView,
  opensAt: instantView,
  expiresAt: instantView,
  /** The same instants by their names in the product's first contract. */
  issuedAtUtc: instantView,
  expiresAtUtc: instantView,
  /** Where its picture is; it asks for the owner's token as everything else. */
  pngUrl: z.url(),
});
export type QrView = z.infer<typeof QrView>;

export const GooglePass = z.object({
  /** To be opened on the phone: it holds the signed pass, and asks whether to keep it. */
  saveUrl: z.url(),
});
export type GooglePass = z.infer<typeof GooglePass>;

export const HistoryEntry = z.object({
  at: instantView,
  by: z.string(),
  role: z.string(),
  action: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  reason: z.string().nullable(),
  changes: z.record(z.string(), z.unknown()).nullable(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const BookingView = z.object({
  id: z.uuid(),
  /** The same as `id`, by its name in the product's first contract. */
  bookingId: z.uuid(),
  number: z.string(),
  status: bookingStatus,
  stationId: z.uuid(),
  stationName: z.string(),
  timeZone: z.string(),
  startsAt: instantView,
  endsAt: instantView,
  minutes: z.int(),
  /** Whether it was booked ahead, or given at the gate. */
  origin: bookingOrigin,
  /** Null for a guest at the gate, whom the plate alone tells. */
  ownerId: z.uuid().nullable(),
  /** Null for an owner who gave none, and for a guest. */
  ownerNic: z.string().nullable(),
  ownerName: z.string().nullable(),
  /** Null where the car is none of those that its owner keeps, as a guest's. */
  vehicleId: z.uuid().nullable(),
  vehiclePlate: z.string().nullable(),
  /** The connector that its owner wished for; which it is, check-in decides. */
  wishedConnectorId: z.uuid().nullable(),
  /** The plug that its car needs, by OCPI's name, and the least power; null for any. */
  standard: z.string().nullable(),
  minPowerKw: z.number().nullable(),
  /** The price expected, with tax. */
  estimate: moneyView,
  /** The price as it was agreed. */
  tariff: z.record(z.string(), z.unknown()),
  lateFee: moneyView.nullable(),
  /** The late fee agreed, which the caller may charge when canceling now; null where there is none to charge. */
  lateCancelFee: moneyView.nullable(),
  conflict: z.object({ reason: conflictReason, since: instantView }).nullable(),
  createdAt: instantView,
  updatedAt: instantView,
  approvedAt: instantView.nullable(),
  /** Until when its owner may come who said that they are late. */
  lateUntil: instantView.nullable(),
  /** What the caller may do with it now; whether new times, a code or a place fit is told when it is done. */
  can: z.array(bookingAction),
  /** Of that, what is done with a reason alone. */
  asksReason: z.array(bookingAction),
  /** For its owner, on the answers that issue a code and where it is asked for with `include=qr`. */
  qr: QrView.optional(),
  /** On the answer for one booking: oldest first. */
  history: z.array(HistoryEntry).optional(),
});
export type BookingView = z.infer<typeof BookingView>;
