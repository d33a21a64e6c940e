import { eq } from "drizzle-orm";

import { sessionPauses, sessions } from "@/db/schema/sessions";
import { cancelBooking } from "@/lib/charging/bookings";
import { finalizeSession, readSession, updateSession } from "@/lib/charging/sessions";
import { sessionMachine, type SessionState } from "@/lib/charging/sessions/rules";
import { sessionAction, sessionStatus } from "@/lib/charging/sessions/schema";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { roleHolds } from "@/lib/core/permissions";

import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../support/world";
import { jobCaller, nobody, personCaller, type Bench, type Trial } from "./bench";
import { makeBooking, staffCallers, type BookingThing } from "./bookings";

interface SessionThing extends SessionState {
  readonly booking: BookingThing;
  /** Free, at the same station. */
  readonly spareConnectorId: string;
}

const bookingIn = {
  Active: "InProgress",
  Completed: "Completed",
  Aborted: "CanceledByOperator",
} as const;

const update = (changes: object): Trial<SessionThing> => ({
  run: (ctx, { id }) => updateSession(ctx, { id, ...changes }),
});

const trials: Readonly<Record<string, Trial<SessionThing>>> = {
  annotate: update({ notes: "Cable 2 is stiff" }),
  pause: update({ paused: true }),
  changeConnector: {
    run: (ctx, { id, spareConnectorId }) =>
      updateSession(ctx, { id, connectorId: spareConnectorId }),
  },
  finalize: { run: (ctx, { booking }) => finalizeSession(ctx, { bookingId: booking.id }) },
  abort: {
    run: (ctx, { booking }) =>
      cancelBooking(ctx, { id: booking.id, reason: "Smoke", chargeFee: false }),
    // The booking's door: it is the booking that others may not cancel any more.
    says: (refused, { holder, near }) => {
      if (typeof holder !== "string" || !roleHolds(holder, "booking.cancel")) return refused;
      return near.length > 0 ? "booking.status" : "booking.not_found";
    },
  },
};

/** Sessions that run, or ended one way or the other; and one that stands paused, for what ends a pause. */
export async function benches(db: Db): Promise<Bench<SessionState, SessionThing>[]> {
  return [
    await sessionBench(db, "sessions", null, trials),
    await sessionBench(db, "sessions that stand paused", testStart, {
      resume: update({ paused: false }),
      finalize: trials.finalize ?? update({}),
    }),
  ];
}

async function sessionBench(
  db: Db,
  name: string,
  pausedAt: Date | null,
  tried: Readonly<Record<string, Trial<SessionThing>>>,
): Promise<Bench<SessionState, SessionThing>> {
  const { id: businessId } = await makeBusiness(db);
  const { id: stationId, connectorIds } = await makeStation(db, businessId);
  await makeSlots(db, stationId, testStart, 72, { capacity: 20 });
  const checkedInBy = (await makeUser(db, "Operator", { businessId, stationIds: [stationId] }))
    .userId;
  const things: SessionThing[] = [];
  for (const status of sessionStatus.options) {
    const at = { stationId, businessId };
    const booking = await makeBooking(db, at, bookingIn[status]);
    const { ownerId } = booking;
    const row = { id: newId(), status, ...at, ownerId };
    const paused = status === "Active" ? pausedAt : null;
    await db.insert(sessions).values({
      ...row,
      bookingId: booking.id,
      connectorId: connectorIds[things.length] ?? "",
      checkedInBy,
      startedAt: testStart,
      pausedAt: paused,
      endedAt: status === "Active" ? null : testStart,
      currency: "USD",
    });
    if (paused) await db.insert(sessionPauses).values({ sessionId: row.id, pausedAt: paused });
    const spareConnectorId = connectorIds.at(-1) ?? "";
    things.push({ ...row, pausedAt: paused, booking, spareConnectorId });
  }
  const staff = await staffCallers(db, businessId, stationId);
  const otherOwner = await makeUser(db, "EvOwner");
  return {
    name,
    machine: sessionMachine,
    actions: sessionAction.options,
    things,
    trials: tried,
    callers: ({ booking }) => [
      ...staff,
      personCaller("the owner", booking.owner, ["own"]),
      personCaller("another owner", otherOwner, []),
      jobCaller("no-show"),
      nobody,
    ],
    can: async (ctx, { id }) => (await readSession(ctx, { id })).can,
    status: async (tx, { id }) =>
      (await tx.select().from(sessions).where(eq(sessions.id, id)))[0]?.status,
  };
}
