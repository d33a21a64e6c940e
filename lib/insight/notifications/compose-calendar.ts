import { calendarOf } from "@/lib/charging/bookings/inside";
import type { Context } from "@/lib/core/context";
import { defaultLocale, isLocale } from "@/lib/words/say";

import type { Attachment } from "./rules";
import type { MessageKind } from "./schema";
import { findAddress, findBooking } from "./store/facts";
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
export async function composeCalendar(
  ctx: Context,
  { kind, values, locale }: MessageRow,
): Promise<Attachment | null> {
  const id = timed.includes(kind) ? values.bookingId : undefined;
  const booking = id === undefined ? null : await findBooking(ctx, id);
  if (!booking) return null;
  const address = await findAddress(ctx, booking.stationId);
  return calendarOf(booking, address, isLocale(locale) ? locale : defaultLocale);
}
