import { z } from "zod";

import { everyoneScoped, jobsOnly, owner, staff } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { conflict, forbidden, invalid, notFound, rule } from "@/lib/words/refusals";
import { bothLayers as both, flag, setting, whole } from "@/lib/words/setting";
import { sampleId } from "@/lib/words/sample-id";

import type { BookingAction, BookingStatus } from "./schema";

/** A guest at the gate is no owner; then nobody is told. */
const about = { bookingId: z.uuid(), ownerId: z.uuid().nullable() };
/** With what one knows a booking by without asking for it: its number, and its time as it is after the change. */
const toldBooking = {
  ...about,
  number: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
};
/** A new status, the one before (none for a new booking), and why. */
const statusChange = z.object({
  ...toldBooking,
  from: z.string().optional(),
  status: z.string(),
  reason: z.string().nullable().optional(),
});
const conflictChange = z.object({ ...toldBooking, reason: z.string().nullable() });

/** Of the sample's booking, as its events tell it. */
const change = {
  bookingId: sampleId(6),
  ownerId: sampleId(16),
  number: "BK-7F3K-0006",
  startsAt: "2026-06-02T14:00:00.000Z",
  endsAt: "2026-06-02T15:00:00.000Z",
};

/** By whose clocks an instant is said: `New York` of `America/New_York`. */
interface AtStation {
  readonly timeZone: string;
  readonly place: string;
}

/** Another time or station that has a place, beside what was refused; with `offerId` it is held until `offerEndsAt`. */
interface TimeElsewhere {
  readonly stationId: string;
  readonly stationName: string;
  readonly timeZone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly distanceM: number;
  readonly estimate: { readonly amount: string; readonly currency: string } | null;
  readonly offerId?: string;
  readonly offerEndsAt?: string;
}

/** The driver's own booking that stands in the way of another. */
export type OwnBooking = Omit<TimeElsewhere, "stationId" | "distanceM" | "estimate"> &
  Record<"bookingId" | "number", string>;

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  jobs: ["no-show", "unreviewed", "walk-ups", "reconcile"],
  permissions: {
    "conflict.read": staff,
    "booking.create": owner,
    "booking.read": everyoneScoped,
    "booking.modify": owner,
    "booking.late": owner,
    "booking.move": staff,
    "booking.cancel": everyoneScoped,
    "booking.approve": staff,
    "booking.qr": owner,
    "capacity.read": staff,
    "booking.close": jobsOnly("no-show", "unreviewed"),
    "booking.extend": jobsOnly("walk-ups"),
    "slot.reconcile": jobsOnly("reconcile"),
  },
  errors: {
    "booking.not_found": notFound(),
    "booking.owner_mismatch": forbidden(),
    "booking.station_fixed": rule(),
    "owner.nic_required": rule(),
    "booking.in_past": rule(),
    "booking.lead_time": rule<{ minutes: number }>(),
    "booking.too_far_ahead": rule<{ days: number }>(),
    "booking.range_invalid": invalid(),
    "booking.not_on_slots": rule(),
    "booking.too_many_slots": rule<{ max: number }>(),
    "booking.move_length": rule(),
    "booking.overlap": rule<void | OwnBooking>(),
    "booking.change_cutoff": rule<{ hours: number }>(),
    "booking.status": conflict<{ status: BookingStatus; action: BookingAction }>(),
    "booking.late_already": rule(),
    "booking.late_too_early": rule<{ minutes: number }>(),
    "booking.late_awaited": rule(),
    "booking.reason_required": invalid(),
    "booking.fee_not_allowed": rule(),
    "booking.no_tariff": rule(),
    "walkIn.no_slot": rule(),
    "walkIn.check_in_instead": rule<{ number: string }>(),
    "walkIn.booked_here": rule<{ number: string }>(),
    "walkIn.booked_elsewhere": rule(),
    "walkIn.charges_already": conflict<{ number: string }>(),
    "walkIn.nic_required": rule(),
    "slot.full": conflict<{ others: number; alternatives?: readonly TimeElsewhere[] }>(),
    "qr.not_available": rule(),
    "wallet.not_offered": notFound(),
    "qr.bad_signature": rule(),
    "qr.unknown_code": rule(),
    "qr.expired": rule<{ closedAt: Date; placesLeft: number } & AtStation>(),
    "qr.too_early": rule<{ opensAt: Date } & AtStation>(),
    // Of another business, its name is nobody's to hear.
    "qr.wrong_station": rule<{ isOurs: boolean; stationName: string }>(),
    "qr.wrong_status": rule<{ status: BookingStatus; since: Date } & AtStation>(),
    "qr.superseded": rule<{ startsAt: Date; status: BookingStatus } & AtStation>(),
    "qr.already_used": rule<{ usedAt: Date; by: string } & AtStation>(),
    "qr.owner_deactivated": rule(),
    "offline.too_old": rule<{ hours: number }>(),
    "offline.ahead": rule<{ seconds: number }>(),
  },
  published: [
    "lateMinutes",
    "maxDaysAhead",
    "maxSlotsPerBooking",
    "changeCutoffMinutes",
    "checkInBeforeMinutes",
    "noShowAfterMinutes",
    "requireNic",
    "bookingLimitPerUser",
  ],
  settings: {
    maxDaysAhead: setting("MAX_DAYS_AHEAD", whole(1, 14), 7, both, "booking"),
    leadMinutes: setting("LEAD_MINUTES", whole(0, 10_080), 0, both, "booking"),
    maxSlotsPerBooking: setting("MAX_SLOTS_PER_BOOKING", whole(1, 96), 4, both, "booking"),
    changeCutoffMinutes: setting("CHANGE_CUTOFF_MINUTES", whole(0, 10_080), 720, both, "booking"),
    checkInBeforeMinutes: setting("CHECK_IN_BEFORE_MINUTES", whole(0, 240), 15, both, "arrival"),
    checkInAfterMinutes: setting("CHECK_IN_AFTER_MINUTES", whole(0, 240), 30, both, "arrival"),
    noShowAfterMinutes: setting("NO_SHOW_AFTER_MINUTES", whole(0, 240), 15, both, "arrival"),
    lateMinutes: setting("LATE_MINUTES", whole(5, 240), 30, both, "arrival"),
    lateBeforeMinutes: setting("LATE_BEFORE_MINUTES", whole(0, 720), 60, both, "arrival"),
    requireNic: setting("REQUIRE_NIC", flag, false, ["Business"], "booking"),
    bookingLimitPerUser: setting("BOOKING_LIMIT_PER_USER", whole(1, 100_000), 60, []),
  },
  events: {
    "booking.created": statusChange,
    "booking.approved": statusChange,
    "booking.rejected": statusChange,
    "booking.changed": statusChange,
    "booking.canceled": statusChange,
    "booking.no_show": statusChange,
    "booking.extended": statusChange,
    "booking.late": z.object({ ...toldBooking, lateUntil: z.iso.datetime() }),
    "booking.conflict": conflictChange,
    "booking.conflict_settled": conflictChange,
    /** A code; `isReissue` where its booking was approved before, as after a move. */
    "qr.issued": z.object({ ...about, isReissue: z.boolean().optional() }),
  },
  outward: {
    "booking.created": { ...change, status: "Pending" },
    "booking.approved": { ...change, from: "Pending", status: "Approved" },
    "booking.rejected": {
      ...change,
      from: "Pending",
      status: "Rejected",
      reason: "Works on site",
    },
    "booking.changed": { ...change, status: "Approved" },
    "booking.canceled": {
      ...change,
      from: "Approved",
      status: "CanceledByOwner",
      reason: "Change of plans",
    },
    "booking.no_show": { ...change, from: "Approved", status: "NoShow", reason: null },
    "booking.extended": { ...change, status: "InProgress" },
    "booking.late": { ...change, lateUntil: "2026-06-02T14:30:00.000Z" },
    "booking.conflict": { ...change, reason: "Two connectors out of order" },
    "booking.conflict_settled": { ...change, reason: null },
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
      "Extend",
      "Late",
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
      places: { admin: 40, backoffice: 10, owner: 20 },
    },
    qr: { permission: "booking.qr", icon: "QrCode", places: { owner: 30 } },
    day: {
      permission: "capacity.read",
      icon: "CalendarRange",
      places: { backoffice: 20, operator: 7 },
    },
    conflicts: { permission: "conflict.read", icon: "TriangleAlert", places: { backoffice: 30 } },
  },
  shortcuts: {
    waitingBookings: {
      permission: "booking.read",
      path: "bookings?view=waiting",
      places: { admin: 10, backoffice: 10 },
    },
    changeBooking: {
      permission: "booking.read",
      path: "bookings?view=upcoming",
      places: { admin: 11, backoffice: 11 },
    },
    moveFromConflict: {
      permission: "conflict.read",
      path: "conflicts",
      places: { backoffice: 12 },
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
