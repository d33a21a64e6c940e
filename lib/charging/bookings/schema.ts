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

import { bookingStatus } from "./schema/states";

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

export { BookingView, GooglePass, HistoryEntry, MoveTime, QrView } from "./schema/views";

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
