import type { Context } from "@/lib/core/context";
import { productName } from "@/lib/core/product-name";
import { type Locale, type Say, sayIn } from "@/lib/words/say";

import { getPermitted } from "./get-booking";
import { holdsPlace } from "./schema";
import type { Booking } from "./store/bookings";
import { findStation } from "./store/stations";

/**
 * The booking as an iCalendar file (RFC 5545), times in UTC; a booking that fell through is a canceled event, so
 * that importing it again takes it out of the calendar. Throws `booking.not_found`.
 */
export async function makeCalendarFile(ctx: Context, { id }: { readonly id: string }) {
  const booking = await getPermitted(ctx, "booking.read", id);
  const station = await findStation(ctx, booking.stationId);
  return calendarOf(booking, station?.address ?? "", ctx.locale);
}

/** The same file of a booking that was read already, for other rooms. */
export function calendarOf(booking: Booking, address: string, locale: Locale) {
  return {
    content: writeCalendar(booking, address, sayIn(locale)),
    contentType: "text/calendar; charset=utf-8",
    filename: `${booking.number}.ics`,
  };
}

/** One event, each line folded at 75 octets and ended by CRLF. */
function writeCalendar(booking: Booking, address: string, say: Say): string {
  const kept = holdsPlace(booking.status) || booking.status === "Completed";
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${productName}//Bookings//EN`,
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${booking.id}@baybook`,
    `DTSTAMP:${stamp(booking.updatedAt)}`,
    `SEQUENCE:${Math.floor((booking.updatedAt.getTime() - booking.createdAt.getTime()) / 1000)}`,
    `DTSTART:${stamp(booking.startsAt)}`,
    `DTEND:${stamp(booking.endsAt)}`,
    `SUMMARY:${escaped(say("calendarFile.summary", { station: booking.stationName }))}`,
    `LOCATION:${escaped(address)}`,
    `DESCRIPTION:${escaped(say("calendarFile.description", { number: booking.number }))}`,
    `STATUS:${kept ? (booking.status === "Pending" ? "TENTATIVE" : "CONFIRMED") : "CANCELLED"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const stamp = (instant: Date) => instant.toISOString().replace(/[-:]|\.\d{3}/g, "");

const escaped = (text: string) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** Breaks a line of more than 75 octets, never inside a character. */
function folded(line: string): string {
  const parts = [""];
  let size = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (size + octets > 75) {
      parts.push("");
      // The space that begins a continued line counts.
      size = 1;
    }
    parts[parts.length - 1] += character;
    size += octets;
  }
  return parts.join("\r\n ");
}
