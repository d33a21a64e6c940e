import { calendarOf } from "@/lib/charging/bookings/inside";
import { defaultLocale, isLocale } from "@/lib/words/say";

import type { Attachment } from "./rules";
import type { MessageKind } from "./schema";
import type { Known } from "./store/known";
import type { MessageRow } from "./store/messages";

/** Letters that tell when one is to be there, or no more. */
const timed: readonly MessageKind[] = [
  "BookingRequested",
  "BookingApproved",
  "BookingRejected",
  "BookingChanged",
  "BookingCanceled",
];

/**
 * The booking as a calendar file, of the same UID as the one to be downloaded, so that a calendar puts the newer in the
 * older one's place; null for letters that tell no time.
 */
export function composeCalendar(
  { bookings, addresses }: Known,
  { kind, values, locale }: MessageRow,
): Attachment | null {
  const booking = timed.includes(kind) ? bookings.get(values.bookingId ?? "") : undefined;
  if (!booking) return null;
  const address = addresses.get(booking.stationId) ?? "";
  return calendarOf(booking, address, isLocale(locale) ? locale : defaultLocale);
}
