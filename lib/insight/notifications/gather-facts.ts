import type { Booking } from "@/lib/charging/bookings/inside";
import type { Context } from "@/lib/core/context";
import { minuteMs } from "@/lib/core/durations";
import { holdsPlace } from "@/lib/charging/bookings/schema";
import { tellPlace } from "@/lib/insight/inbox/inside";
import type { OutboxEvent } from "@/lib/records/outbox/inside";
import { findGroups } from "@/lib/sites/schedules/inside";

import { countKinds, findAddress, findBooking, findSession } from "./store/facts";

/** What an event is about, with what its words name; of a booking as it is now. */
export interface Facts {
  readonly booking: Booking;
  readonly sessionId: string | null;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * The minutes that are left at an instant, for the words of a reminder: it may be told late, and wait for the end of
 * quiet hours besides.
 */
export const minutesLeft = (startsAt: Date, now: Date): string =>
  String(Math.round((startsAt.getTime() - now.getTime()) / minuteMs));

/** Gathers what the words of a booking's or session's event name; null where the booking is gone. */
export async function gatherFacts(
  ctx: Context,
  { payload, at }: OutboxEvent,
): Promise<Facts | null> {
  const text = (name: string) => (typeof payload[name] === "string" ? payload[name] : undefined);
  const booking = await findBooking(ctx, text("bookingId") ?? "");
  if (!booking) return null;
  const sessionId = text("sessionId") ?? null;
  const session = sessionId === null ? null : await findSession(ctx, sessionId);
  const startsAt = session?.startedAt ?? booking.startsAt;
  const { reason, minutes, exceptionId } = payload;
  return {
    booking,
    sessionId,
    values: {
      number: booking.number,
      station: booking.stationName,
      address: await findAddress(ctx, booking.stationId),
      timeZone: booking.timeZone,
      startsAt: startsAt.toISOString(),
      endsAt: booking.endsAt.toISOString(),
      bookingId: booking.id,
      stationId: booking.stationId,
      ...(await placeOf(ctx, booking)),
      ...(typeof reason === "string" && { reason }),
      ...(typeof exceptionId === "string" && { exceptionId }),
      ...(typeof minutes === "number" && { minutes: minutesLeft(booking.startsAt, at) }),
      ...(session?.receiptNumber != null && { receiptNumber: session.receiptNumber }),
      ...(session?.totalMinor != null && {
        totalMinor: String(session.totalMinor),
        currency: session.currency,
      }),
    },
  };
}

/**
 * What its place is, where it matters: where plug or power were asked for, or the station has places of several kinds.
 * Nothing of one that has none.
 */
async function placeOf(ctx: Context, booking: Booking): Promise<Record<string, string>> {
  const { stationId, placeGroup, standard, minPowerW, status, conflict } = booking;
  if (!holdsPlace(status) || conflict !== null) return {};
  const isAsked = standard !== null || minPowerW !== null;
  if (!isAsked && (await countKinds(ctx, stationId)) < 2) return {};
  const own = (await findGroups(ctx, [stationId])).find(({ number }) => number === placeGroup);
  if (!own) return {};
  const kW = (watts: number | null) => (watts === null ? null : watts / 1_000);
  const plugs = own.standards.map((plug) => ({ standard: plug, maxPowerKw: kW(own.powerW) }));
  return tellPlace({ plugs, standard, minPowerKw: kW(minPowerW) });
}
