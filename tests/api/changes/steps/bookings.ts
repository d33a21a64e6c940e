import { and, eq } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { slots } from "@/db/schema/schedules";

import { minutes } from "../../../support/test-clock";
import { api, approved, booked, startsAt } from "../../authorization/scene";
import { job, on, later, reason, setApproval, type Steps } from "../step";

export const steps: Steps = {
  "a booking is asked for": {
    change: booked,
    events: ["booking.created"],
    audits: ["Booking Create → Pending"],
  },
  "a booking is approved": {
    before: booked,
    change: on("bookings/{id}/approve", {}).by("Operator"),
    events: ["booking.approved", "qr.issued"],
    audits: ["Booking Approve Pending → Approved"],
  },
  "a booking is rejected": {
    before: booked,
    change: on("bookings/{id}/reject").by("Backoffice"),
    events: ["booking.rejected"],
    audits: ["Booking Reject Pending → Rejected"],
  },
  "a booking starts unreviewed": {
    before: booked,
    change: async () => {
      api.clock.set(startsAt);
      await job("unreviewed");
    },
    events: ["booking.rejected"],
    audits: ["Booking Reject Pending → Rejected"],
  },
  "an owner cancels": {
    before: approved,
    change: on("bookings/{id}/cancel").by("EvOwner"),
    events: ["booking.canceled"],
    audits: ["Booking Cancel Approved → CanceledByOwner"],
  },
  "an office cancels": {
    before: approved,
    change: on("bookings/{id}/cancel").by("Backoffice"),
    events: ["booking.canceled"],
    audits: ["Booking Cancel Approved → CanceledByBackoffice"],
  },
  "an operator cancels": {
    before: booked,
    change: on("bookings/{id}/cancel").by("Operator"),
    events: ["booking.canceled"],
    audits: ["Booking Cancel Pending → CanceledByOperator"],
  },
  "an owner takes another time": {
    before: approved,
    change: on("bookings/{id}", later).by("EvOwner"),
    events: ["booking.changed"],
    audits: ["Booking Move Approved → Pending"],
  },
  "an owner is late": {
    before: async (scene) => {
      const booking = await approved(scene);
      api.clock.set(startsAt);
      return booking;
    },
    change: on("bookings/{id}/late", {}).by("EvOwner"),
    events: ["booking.late"],
    audits: ["Booking Late Approved → Approved"],
  },
  "nobody comes": {
    before: approved,
    change: async () => {
      api.clock.set(new Date(startsAt.getTime() + minutes(15)));
      await job("no-show");
    },
    events: ["booking.no_show"],
    audits: ["Booking NoShow Approved → NoShow"],
  },

  // Its own kind: approved at once, with the code.
  "a booking is made where nobody reviews": {
    before: async (scene) => {
      await setApproval(scene, "Auto");
      return {};
    },
    change: booked,
    events: ["booking.approved", "booking.created", "qr.issued"],
    audits: ["Booking Create → Approved"],
  },
  "an owner takes another time where nobody reviews": {
    before: async (scene) => {
      await setApproval(scene, "Auto");
      return booked(scene);
    },
    change: on("bookings/{id}", later).by("EvOwner"),
    events: ["booking.changed", "qr.issued"],
    audits: ["Booking Move Approved → Approved"],
  },
  "staff give a booking without a place another time": {
    before: async (scene) => {
      const booking = await approved(scene);
      const flag = { conflict: "OverCapacity" as const, conflictAt: startsAt };
      await api.db.update(bookings).set(flag).where(eq(bookings.id, booking.id));
      return booking;
    },
    change: on("bookings/{id}/move", { ...later, reason }).by("Backoffice"),
    events: ["booking.changed", "qr.issued"],
    audits: ["Booking Move Approved → Approved"],
  },
  "a slot's count is put right": {
    before: async ({ stationId }) => {
      await api.db
        .update(slots)
        .set({ reserved: 7 })
        .where(and(eq(slots.stationId, stationId), eq(slots.startsAt, startsAt)));
      return {};
    },
    change: () => job("reconcile"),
    events: [],
    audits: ["Station Reconcile"],
  },
};
