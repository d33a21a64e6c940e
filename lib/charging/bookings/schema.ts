import { z } from "zod";

import { fault } from "@/lib/core/fault";
import {
  anyId,
  codeText,
  day,
  forwardOnly,
  idOf,
  inDigits,
  instant,
  instantView,
  moneyView,
  plugAsked,
  powerAsked,
  reasonText,
  searchText,
  severalOf,
  sortBy,
  within,
} from "@/lib/core/fields";
import { vehiclePlate } from "@/lib/people/accounts/schema";
import { vehicleId } from "@/lib/sites/drivers/schema";
import { conflictReason } from "@/lib/sites/schedules/schema";

import { bookingAction, bookingOrigin, bookingStatus } from "./schema/states";

export { DailyCapacity, ReadDailyCapacity } from "./schema/daily-capacity";

export {
  bookingAction,
  bookingOrigin,
  bookingStatus,
  endedStatuses,
  hasArrived,
  holdingStatuses,
  holdsPlace,
  isOpen,
  keptStatuses,
  openStatuses,
  type BookingAction,
  type BookingOrigin,
  type BookingStatus,
  type OpenStatus,
} from "./schema/states";

/** Whose booking it is to be, as clients of the first contract say it. */
const ownerNic = codeText(64);

const range = { startsAt: instant, endsAt: instant };

export const CreateBooking = z
  .strictObject({
    stationId: idOf("station_id"),
    startsAt: instant,
    endsAt: instant.optional(),
    /** Instead of the end: rounded up to whole slots of the station. */
    minutes: within(z.int(), 1, 10_080).optional(),
    /** The connector that is wished for, by id or number; which it is, check-in decides. */
    connectorId: z.union([idOf("connector_id"), inDigits(within(z.int(), 1, 999))]).optional(),
    /** The plug that the car needs, and the least power in kW; any by default. */
    standard: plugAsked.optional(),
    minPowerKw: powerAsked.optional(),
    /** A place that is held for the caller: this one becomes the booking's. */
    offerId: idOf("offer_id").optional(),
    /** The caller's own identity number, if named at all. */
    ownerNic: ownerNic.optional(),
    /** One of the caller's cars; by default the one of that plate, or the default car where no plate is named. */
    vehicleId: vehicleId.optional(),
    /** That of the car by default. */
    vehiclePlate: vehiclePlate.optional(),
  })
  .refine(({ endsAt, minutes }) => (endsAt === undefined) !== (minutes === undefined), {
    path: ["endsAt"],
    error: fault("end_or_minutes"),
  })
  .refine(({ startsAt, endsAt }) => !endsAt || endsAt > startsAt, {
    path: ["endsAt"],
    error: fault("end_before_start"),
  });
export type CreateBooking = z.infer<typeof CreateBooking>;

/** New times, another car or another plug; beside them whatever the booking was made with, where it says the same. */
export const ModifyBooking = z
  .strictObject({
    ...range,
    stationId: idOf("station_id").optional(),
    ownerNic: ownerNic.optional(),
    /** Another car; the one of before by default. */
    vehiclePlate: vehiclePlate.optional(),
    /** What the car needs, any for null; as it was asked before by default. */
    standard: plugAsked.nullable().optional(),
    minPowerKw: powerAsked.nullable().optional(),
  })
  .refine(...forwardOnly);
export type ModifyBooking = z.infer<typeof ModifyBooking>;

export const CancelBooking = z.strictObject({
  /** Staff must give one. */
  reason: reasonText.optional(),
  /** Whether an operator charges the late fee agreed with the booking. */
  chargeFee: z.boolean().default(false),
  /** When a session was aborted on site, where a phone without network tells it later. */
  at: instant.optional(),
});
export type CancelBooking = z.infer<typeof CancelBooking>;

/** Staff say why they move a booking; it stays as long as it is. */
export const MoveBooking = z.strictObject({ ...range, reason: reasonText }).refine(...forwardOnly);
export type MoveBooking = z.infer<typeof MoveBooking>;

export const RejectBooking = z.strictObject({ reason: reasonText });
export type RejectBooking = z.infer<typeof RejectBooking>;

/** What is heavy and only there for who asks: `qr`, for the owner (docs/decisions/contracts.md). */
const includeQr = { include: z.enum(["qr"]).optional() };
export const ReadBooking = z.object(includeQr);
export type ReadBooking = z.infer<typeof ReadBooking>;

export const ListBookings = z.object({
  ownerNic: ownerNic.optional(),
  stationId: idOf("station_id").optional(),
  /** Those at the stations of one business. */
  businessId: idOf("business_id").optional(),
  /** Those of one owner. */
  ownerId: anyId.optional(),
  status: severalOf(bookingStatus).optional(),
  /** Part of a booking's number or of its owner's name, phone or email, or the beginning of a plate or identity number. */
  search: searchText.optional(),
  /** Only those that need a decision. */
  conflict: z.stringbool().optional(),
  /** Bookings that start then or later; a day counts in the station's zone. */
  from: z.union([day, instant]).optional(),
  /** Bookings that start before that instant, or on that day at the latest. */
  to: z.union([day, instant]).optional(),
  /** Those still to come or going on, or those that are over. */
  view: z.enum(["upcoming", "history"]).optional(),
  sort: sortBy("startsAt", "createdAt").optional(),
  ...includeQr,
});
export type ListBookings = z.infer<typeof ListBookings>;

// ── What goes out ────────────────────────────────────────────────────────────────────────────────

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
