import { z } from "zod";

import { everyoneScoped, jobsOnly, owner, staff } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { conflict, forbidden, invalid, notFound, rule } from "@/lib/words/refusals";
import { bothLayers, setting, whole } from "@/lib/words/setting";
import { sampleId } from "@/lib/words/sample-id";

const about = { bookingId: z.uuid(), ownerId: z.uuid() };
/** A new status, the one before (none for a new booking), and why. */
const statusChange = z.object({
  ...about,
  from: z.string().optional(),
  status: z.string(),
  reason: z.string().nullable().optional(),
});
const conflictChange = z.object({ ...about, reason: z.string().nullable() });

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  jobs: ["no-show", "unreviewed", "reconcile"],
  permissions: {
    "conflict.read": staff,
    "booking.create": owner,
    "booking.read": everyoneScoped,
    "booking.modify": owner,
    "booking.move": staff,
    "booking.cancel": everyoneScoped,
    "booking.approve": staff,
    "booking.qr": owner,
    "capacity.read": staff,
    "booking.close": jobsOnly("no-show", "unreviewed"),
    "slot.reconcile": jobsOnly("reconcile"),
  },
  errors: {
    "booking.not_found": notFound("There is no such booking."),
    "booking.owner_mismatch": forbidden("You can book and see bookings for yourself only."),
    "booking.in_past": rule("The start must be in the future."),
    "booking.lead_time": rule<{ minutes: number }>(
      ({ minutes }) => `A booking must be made at least ${minutes} minutes before its start.`,
    ),
    "booking.too_far_ahead": rule<{ days: number }>(
      ({ days }) => `A booking can start at most ${days} days ahead.`,
    ),
    "booking.range_invalid": invalid("The end must be after the start."),
    "booking.not_on_slots": rule(
      "The times must be those of one or more slots of this station, without a gap.",
    ),
    "booking.too_many_slots": rule<{ max: number }>(
      ({ max }) => `A booking can span at most ${max} slots.`,
    ),
    "booking.no_conflict": rule(
      "Staff move only bookings that are in conflict; the others are moved by their owners.",
    ),
    "booking.move_length": rule("The new time must be as long as the old one."),
    "booking.overlap": rule("You have another booking at this time."),
    "booking.change_cutoff": rule<{ hours: number }>(
      ({ hours }) => `Changes must be made at least ${hours} hours before the start.`,
    ),
    "booking.status": conflict<{ status: string; action: string }>(
      ({ status, action }) => `The booking is ${status}, so it cannot be ${action}.`,
    ),
    "booking.reason_required": invalid("Give a reason."),
    "booking.fee_not_allowed": rule("Only an operator may charge the station's late fee."),
    "booking.no_tariff": rule("This station has no price yet, so it cannot be booked."),
    "slot.full": conflict("No place is left at this time."),
    "qr.not_available": rule(
      "The booking has no QR code: it is issued when the booking is approved.",
    ),
    "qr.bad_signature": rule("This QR code was not issued by us, or it was changed."),
    "qr.unknown_code": rule("No booking has this code."),
    "qr.expired": rule<{ closedAt: string; closedAtLocal: string }>(
      ({ closedAtLocal }) => `The check-in window closed at ${closedAtLocal}.`,
    ),
    "qr.too_early": rule<{ opensAt: string; opensAtLocal: string }>(
      ({ opensAtLocal }) => `It is too early: check-in opens at ${opensAtLocal}.`,
    ),
    "qr.wrong_station": rule("This booking is for a station you are not assigned to."),
    "qr.wrong_status": rule<{ status: string }>(
      ({ status }) => `The booking is ${status}, so it cannot be checked in.`,
    ),
    "qr.superseded": rule("This QR code was replaced by a newer one."),
    "qr.already_used": rule<{ usedAt: string; usedAtLocal: string }>(
      ({ usedAtLocal }) => `This QR code was used already, at ${usedAtLocal}.`,
    ),
  },
  published: [
    "maxSlotsPerBooking",
    "changeCutoffMinutes",
    "checkInBeforeMinutes",
    "noShowAfterMinutes",
    "bookingLimitPerUser",
  ],
  settings: {
    maxDaysAhead: setting(
      "MAX_DAYS_AHEAD",
      whole(1, 14),
      7,
      bothLayers,
      "How many days ahead a booking may start.",
      "booking",
    ),
    leadMinutes: setting(
      "LEAD_MINUTES",
      whole(0, 10_080),
      0,
      bothLayers,
      "Minutes between booking and start, at least.",
      "booking",
    ),
    maxSlotsPerBooking: setting(
      "MAX_SLOTS_PER_BOOKING",
      whole(1, 96),
      4,
      bothLayers,
      "Contiguous slots in one booking, at most.",
      "booking",
    ),
    changeCutoffMinutes: setting(
      "CHANGE_CUTOFF_MINUTES",
      whole(0, 10_080),
      720,
      bothLayers,
      "Minutes before the start until which an owner may modify or cancel.",
      "booking",
    ),
    checkInBeforeMinutes: setting(
      "CHECK_IN_BEFORE_MINUTES",
      whole(0, 240),
      15,
      bothLayers,
      "Minutes before the start at which check-in opens.",
      "arrival",
    ),
    checkInAfterMinutes: setting(
      "CHECK_IN_AFTER_MINUTES",
      whole(0, 240),
      30,
      bothLayers,
      "Minutes after the start at which check-in closes.",
      "arrival",
    ),
    noShowAfterMinutes: setting(
      "NO_SHOW_AFTER_MINUTES",
      whole(0, 240),
      15,
      bothLayers,
      "Minutes after the start at which a booking without check-in becomes a no-show.",
      "arrival",
    ),
    bookingLimitPerUser: setting(
      "BOOKING_LIMIT_PER_USER",
      whole(1, 100_000),
      60,
      [],
      "Booking writes per user in a minute.",
    ),
  },
  events: {
    "booking.created": statusChange,
    "booking.approved": statusChange,
    "booking.rejected": statusChange,
    "booking.changed": statusChange,
    "booking.canceled": statusChange,
    "booking.no_show": statusChange,
    "booking.conflict": conflictChange,
    "booking.conflict_settled": conflictChange,
    "qr.issued": z.object(about),
  },
  subjects: { booking: "bookingId", qr: "bookingId" },
  audited: {
    things: ["Booking"],
    actions: [
      "Create",
      "Approve",
      "Reject",
      "Update",
      "Cancel",
      "Move",
      "NoShow",
      "Checkin",
      "Override",
      "Conflict",
      "ConflictSettled",
      "Reconcile",
    ],
  },
  navigation: {
    bookings: {
      permission: "booking.read",
      icon: "CalendarDays",
      places: { admin: 40, backoffice: 10 },
    },
    day: { permission: "capacity.read", icon: "CalendarRange", places: { backoffice: 20 } },
    conflicts: { permission: "conflict.read", icon: "TriangleAlert", places: { backoffice: 30 } },
  },
  shortcuts: {
    waitingBookings: {
      permission: "booking.read",
      path: "bookings?status=Pending",
      places: { admin: 10, backoffice: 10 },
    },
  },
  limits: {
    bookingWrite: [{ by: "caller", setting: "bookingLimitPerUser", minutes: 1 }],
  },
  samples: {
    /** Pending, tomorrow. */
    bookingId: sampleId(6),
    /** Approved, on a day that has more bookings than places. */
    conflictBookingId: sampleId(19),
    /** Approved, and at its start. */
    arrivingBookingId: sampleId(7),
    arrivingCode: "7F3K29QD",
    /** InProgress. */
    chargingBookingId: sampleId(8),
  },
  samplePaths: { "/bookings/{id}": "bookingId" },
});
