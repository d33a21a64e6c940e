import { checkIn as checkInBooking, finalizeSession } from "@/lib/charging/sessions";
import type { CheckedIn } from "@/lib/charging/sessions/schema";

import { awaitedAt, freeConnectors, proposed, spare, standOn } from "./arrivals";
import { isElsewhere, settle, takeGroup } from "./booking-deeds";
import { roomFor } from "./groups";
import { closesAfter, opensBefore, type Booking, type Model } from "./model";
import type { Of } from "./operations";
import { likely, toldOf, toldOfSession, type Deed } from "./step";

export const checkIn: Deed<Of<"checkIn">> = (operation, model, world) => {
  const coded = model.bookings.filter(({ code }) => code);
  const booking = likely(coded, operation.booking, ({ code, start }) =>
    Boolean(code?.state === "Live" && Math.abs(model.now - start) <= closesAfter),
  );
  if (!booking?.code) return null;
  const { code, station } = booking;
  const free = freeConnectors(model, station);
  const isLate = booking.status === "NoShow";
  // A late one's group is not known before it has a place again; whether any suits does not depend on it.
  const isRefused = free.length === 0 ? "session.no_connector" : "session.no_suiting_connector";
  // Before its time it takes none from those whose time has begun.
  const left = model.now < booking.start ? spare(free, awaitedAt(model, station)) : free;
  const chosen = () => proposed(model, left, booking);
  const isKept = proposed(model, free, booking) && !chosen();
  const refusal = chosen() ? null : isKept ? "session.place_awaited" : isRefused;
  return {
    call: () => checkInBooking(world.as(world.staff[1]), { code: code.text }),
    refusal: entryRefusal(model, booking, code) ?? refusal,
    mayCrowd: true,
    apply(view: CheckedIn, groupOf) {
      const told = toldOf(booking, "Checkin", booking.status, "InProgress");
      if (isLate) {
        booking.group = takeGroup(model, booking, groupOf);
      }
      code.state = "Used";
      const connector = chosen();
      if (connector?.id !== view.connector.id) throw new Error("Another connector was chosen.");
      booking.session = { id: view.id, connectorId: connector.id, status: "Active" };
      const session = toldOfSession(view.id, "Create", null, "Active");
      const flags = settle(model, booking, "InProgress");
      return [told, session, ...flags, ...standOn(model, booking, connector)];
    },
  };
};

function entryRefusal(
  model: Model,
  booking: Booking,
  code: NonNullable<Booking["code"]>,
): string | null {
  const { status, station } = booking;
  // Whoever stands at the gate hears that it is over before they hear of another time.
  const goesOn = ["Pending", "Approved", "NoShow", "InProgress"].includes(status);
  if (code.state === "Revoked") return goesOn ? "qr.superseded" : "qr.wrong_status";
  if (code.state === "Used") return "qr.already_used";
  if (status !== "Approved" && status !== "NoShow") return "qr.wrong_status";
  if (model.now < code.start - opensBefore) return "qr.too_early";
  if (model.now > code.start + closesAfter) return "qr.expired";
  if (status === "Approved") return null;
  if (isElsewhere(model, booking.owner, booking)) return "booking.overlap";
  return roomFor(model, station, booking, booking.need) ? null : "slot.full";
}

export const finalize: Deed<Of<"finalize">> = (operation, model, world) => {
  const isCharging = ({ status }: Booking) => status === "InProgress";
  const booking = likely(model.bookings, operation.booking, isCharging);
  if (!booking) return null;
  const { session } = booking;
  const refusals = { Active: null, Completed: null, Aborted: "session.ended" };
  return {
    call: () => finalizeSession(world.as(world.staff[1]), { bookingId: booking.id, kWh: "12.5" }),
    refusal: session ? refusals[session.status] : "session.not_found",
    apply() {
      if (session?.status !== "Active") return [];
      session.status = "Completed";
      const told = [
        toldOf(booking, "Finalize", booking.status, "Completed"),
        toldOfSession(session.id, "Finalize", "Active", "Completed"),
      ];
      return [...told, ...settle(model, booking, "Completed")];
    },
  };
};
