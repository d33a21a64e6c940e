import type { Booking } from "@/lib/charging/bookings/inside";
import type { Context } from "@/lib/core/context";
import { minuteMs } from "@/lib/core/durations";
import { holdsPlace } from "@/lib/charging/bookings/schema";
import { tellPlace } from "@/lib/insight/inbox/inside";
import type { OutboxEvent } from "@/lib/records/outbox/inside";
import { findGroups } from "@/lib/sites/schedules/inside";

import { findBookings, findSession, findSites, findStation } from "./store/facts";

/** What an event is about, with what its words name; of a booking as it is now. */
export interface Facts {
  /** Whose it is; nobody's where a guest came. */
  readonly ownerId: string | null;
  readonly businessId: string | null;
  readonly stationId: string;
  readonly timeZone: string;
  /** When it begins, or until when somebody has to have heard of it. */
  readonly dueAt: Date;
  /** Null where it is about a place that is waited for. */
  readonly booking: Booking | null;
  readonly sessionId: string | null;
  readonly values: Readonly<Record<string, string>>;
}

/** The minutes that are left at an instant: a reminder may be told late. */
const minutesLeft = (startsAt: Date, now: Date): string =>
  String(Math.round((startsAt.getTime() - now.getTime()) / minuteMs));

/** What the bookings are of which events tell, and where. */
interface Known {
  readonly bookings: Awaited<ReturnType<typeof findBookings>>;
  readonly sites: Awaited<ReturnType<typeof findSites>>;
}

/** Gathers what the words of events name, by the events; nothing of those of which what they are about is gone. */
export async function gatherFacts(
  ctx: Context,
  events: readonly OutboxEvent[],
): Promise<ReadonlyMap<OutboxEvent, Facts>> {
  const ofBookings = events.filter((event) => !isOfPlace(event));
  const bookings = await findBookings(ctx, [
    ...new Set(ofBookings.map((event) => textIn(event)("bookingId") ?? "").filter(Boolean)),
  ]);
  const stationIds = new Set([...bookings.values()].map(({ stationId }) => stationId));
  const known = { bookings, sites: await findSites(ctx, [...stationIds]) };
  const all = new Map<OutboxEvent, Facts>();
  for (const event of events) {
    const facts = isOfPlace(event) ? await ofPlace(ctx, event) : await ofBooking(ctx, event, known);
    if (facts) all.set(event, facts);
  }
  return all;
}

const isOfPlace = ({ payload }: OutboxEvent) => payload.waitingId !== undefined;

const textIn =
  ({ payload }: Pick<OutboxEvent, "payload">) =>
  (name: string): string | undefined =>
    typeof payload[name] === "string" ? payload[name] : undefined;

/** Of a place that somebody waits for, as it was then: an offer is over before anybody looks. */
async function ofPlace(ctx: Context, event: OutboxEvent): Promise<Facts | null> {
  const text = textIn(event);
  const station = await findStation(ctx, text("stationId") ?? "");
  const [waitingId, startsAt, endsAt] = ["waitingId", "startsAt", "endsAt"].map(text);
  if (!station || !waitingId || !startsAt || !endsAt) return null;
  const { id: stationId, businessId, name, address, timeZone } = station;
  const offerEndsAt = text("offerEndsAt");
  return {
    ownerId: text("ownerId") ?? null,
    businessId,
    stationId,
    timeZone,
    dueAt: new Date(offerEndsAt ?? startsAt),
    booking: null,
    sessionId: null,
    values: {
      station: name,
      address,
      timeZone,
      startsAt,
      endsAt,
      stationId,
      waitingId,
      ...(offerEndsAt !== undefined && { offerEndsAt }),
    },
  };
}

async function ofBooking(
  ctx: Context,
  event: OutboxEvent,
  { bookings, sites }: Known,
): Promise<Facts | null> {
  const { payload, at } = event;
  const text = textIn(event);
  const booking = bookings.get(text("bookingId") ?? "");
  if (!booking) return null;
  const sessionId = text("sessionId") ?? null;
  const session = sessionId === null ? null : await findSession(ctx, sessionId);
  const startsAt = session?.startedAt ?? booking.startsAt;
  const { reason, minutes, exceptionId } = payload;
  const lateUntil = text("lateUntil");
  const { ownerId, businessId, stationId, timeZone } = booking;
  const { address = "", kinds = 0 } = sites.get(stationId) ?? {};
  return {
    ownerId,
    businessId,
    stationId,
    timeZone,
    dueAt: lateUntil === undefined ? booking.startsAt : new Date(lateUntil),
    booking,
    sessionId,
    values: {
      number: booking.number,
      station: booking.stationName,
      address,
      timeZone,
      startsAt: startsAt.toISOString(),
      endsAt: booking.endsAt.toISOString(),
      bookingId: booking.id,
      stationId,
      ...(await placeOf(ctx, booking, kinds)),
      ...(typeof reason === "string" && { reason }),
      ...(typeof exceptionId === "string" && { exceptionId }),
      ...(lateUntil !== undefined && { lateUntil }),
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
async function placeOf(
  ctx: Context,
  booking: Booking,
  kinds: number,
): Promise<Record<string, string>> {
  const { stationId, placeGroup, standard, minPowerW, status, conflict } = booking;
  if (!holdsPlace(status) || conflict !== null) return {};
  const isAsked = standard !== null || minPowerW !== null;
  if (!isAsked && kinds < 2) return {};
  const own = (await findGroups(ctx, [stationId])).find(({ number }) => number === placeGroup);
  if (!own) return {};
  const kW = (watts: number | null) => (watts === null ? null : watts / 1_000);
  const plugs = own.standards.map((plug) => ({ standard: plug, maxPowerKw: kW(own.powerW) }));
  return tellPlace({ plugs, standard, minPowerKw: kW(minPowerW) });
}
