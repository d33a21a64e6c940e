import { readBooking } from "@/lib/charging/bookings";
import { readCdr, readSession } from "@/lib/charging/sessions";
import type { SessionView } from "@/lib/charging/sessions/schema";
import { minuteMs } from "@/lib/core/durations";
import type { Belongings } from "@/lib/core/permissions";
import type { Context } from "@/lib/core/context";
import { readAlert, readNotification } from "@/lib/insight/inbox";
import type { ToldEvent } from "@/lib/records/outbox/schema";

import type { SessionFigures, Told } from "./schema";

/** The lead of `booking-reminder`, in minutes (004-130); earlier ones are notifications alone. */
const reminderMinutes = 15;

/** What an event has the gateway say, to whom, and how it is read: by whoever hears it, so within what they may. */
export interface Telling<K extends keyof Told = keyof Told> {
  readonly name: K;
  /** Whoever is any of these hears it once. */
  readonly to: {
    readonly userId?: unknown;
    /** Staff within whose reach this is. */
    readonly staffOf?: Belongings;
    /** Those who joined it. */
    readonly room?: string;
    readonly everybody?: true;
  };
  readonly read: (ctx: Context) => Promise<Told[K]>;
  /** Nothing comes of it any more: whoever joined it has left. */
  readonly isLast?: boolean;
}

export const roomOfSession = (id: string) => `session/${id}`;
export const roomOfBooking = (id: string) => `booking/${id}`;

const telling = <K extends keyof Told>(one: Telling<K>): Telling => one as unknown as Telling;

/** What an event of the outbox has the gateway say; nothing for most. */
export function tellingsOf(event: ToldEvent): Telling[] {
  const make = makers[event.type];
  if (make) return make(event);
  const { bookingId } = event.payload;
  if (!event.type.startsWith("booking.") || typeof bookingId !== "string") return [];
  const to = { room: roomOfBooking(bookingId) };
  return [telling({ name: "booking-update", to, read: booking(bookingId) })];
}

const makers: Readonly<Record<string, (event: ToldEvent) => Telling[]>> = {
  "session.started": ({ payload, businessId, stationId }) => [
    telling({
      name: "session-started",
      to: { userId: payload.ownerId, staffOf: { businessId, stationId } },
      read: async (ctx) => ({ session: await readSession(ctx, { id: String(payload.sessionId) }) }),
    }),
  ],
  "session.updated": ({ payload }) => {
    const id = String(payload.sessionId);
    return [
      telling({ name: "session-update", to: { room: roomOfSession(id) }, read: figures(id) }),
    ];
  },
  "session.completed": stopped(readCdr),
  "session.aborted": stopped(async () => null),
  "booking.reminder": ({ payload }) => {
    const { bookingId, ownerId: userId, minutes } = payload;
    if (minutes !== reminderMinutes) return [];
    return [
      telling({ name: "booking-reminder", to: { userId }, read: booking(String(bookingId)) }),
    ];
  },
  "inbox.changed": ({ payload: { userId, notificationId: id } }) => {
    if (typeof id !== "string") return [];
    const read = async (ctx: Context) => ({ notification: await readNotification(ctx, { id }) });
    return [telling({ name: "notification", to: { userId }, read })];
  },
  "alert.sent": ({ payload }) => {
    const alertId = String(payload.alertId);
    const read = async (ctx: Context) => ({ notification: await readAlert(ctx, { alertId }) });
    return [telling({ name: "notification", to: { everybody: true }, read })];
  },
};

/** A session has ended, with its record or none. */
function stopped(
  cdrOf: (ctx: Context, of: { id: string }) => Promise<Told["session-stopped"]["cdr"]>,
) {
  return ({ payload, businessId, stationId }: ToldEvent): Telling[] => {
    const id = String(payload.sessionId);
    const staffOf = { businessId, stationId };
    return [
      telling({
        name: "session-stopped",
        to: { userId: payload.ownerId, staffOf, room: roomOfSession(id) },
        read: async (ctx) => ({
          session: await readSession(ctx, { id }),
          cdr: await cdrOf(ctx, { id }),
        }),
        isLast: true,
      }),
    ];
  };
}

/** One booking, as whoever asks may read it. */
export const booking = (id: string) => async (ctx: Context) => ({
  booking: await readBooking(ctx, { id }),
});

/** What runs in a session, as whoever asks may read it. */
export const figures = (id: string) => async (ctx: Context) =>
  figuresOf(await readSession(ctx, { id }), ctx.clock.now());

function figuresOf(session: SessionView, now: Date): SessionFigures {
  const { id, status, kWh, costSoFar, totals, startedAt, endedAt } = session;
  const cost = costSoFar ?? totals?.total;
  const until = endedAt === null ? now : new Date(endedAt);
  return {
    sessionId: id,
    status,
    meterValue: kWh === null ? null : Math.round(kWh * 1_000),
    // Chargers tell these two, once they are connected here.
    power: null,
    energy: kWh,
    duration: Math.floor((until.getTime() - new Date(startedAt).getTime()) / minuteMs),
    soc: null,
    estimatedCost: cost ? Number(cost.amount) : null,
    currency: cost?.currency ?? null,
  };
}
