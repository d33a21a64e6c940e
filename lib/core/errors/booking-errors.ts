import { conflict, forbidden, invalid, notFound, rule } from "./kinds";

/** Refusals about bookings, QR codes, sessions and receipts. */
export const bookingErrors = {
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
  "session.not_found": notFound("There is no such session."),
  "session.no_connector": conflict("No connector is free at this station just now."),
  "session.connector_busy": conflict("A car is charging on this connector already."),
  "session.ended": conflict("The session has ended."),
  "session.meter_required": rule("This price needs the meter's reading: give the kWh."),
  "session.paused": conflict("The session is paused already."),
  "session.not_paused": conflict("The session is not paused."),
  "photo.invalid": invalid("A photo must be a JPEG, PNG or WebP picture of at most 5 MiB."),
  "photo.not_found": notFound("There is no such photo."),
  "photo.too_many": rule<{ max: number }>(({ max }) => `A session keeps at most ${max} photos.`),
  "receipt.not_found": notFound("There is no such receipt."),
} as const;
