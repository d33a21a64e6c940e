import { eq } from "drizzle-orm";

import { bookings, qrTokens } from "@/db/schema/bookings";
import {
  approveBooking,
  cancelBooking,
  extendWalkUps,
  markNoShows,
  modifyBooking,
  moveBooking,
  readBooking,
  rejectBooking,
  rejectUnreviewed,
  runLate,
} from "@/lib/charging/bookings";
import { admitBooking, completeBooking } from "@/lib/charging/bookings/inside";
import { bookingMachine, type BookingState } from "@/lib/charging/bookings/rules";
import { bookingAction, bookingStatus, type BookingStatus } from "@/lib/charging/bookings/schema";
import type { UserActor } from "@/lib/core/actor";
import type { Db } from "@/lib/core/context";
import { newId, plainCode } from "@/lib/core/ids";

import { hours, minutes } from "../support/test-clock";
import {
  energyTariff,
  makeBusiness,
  makeSlots,
  makeStation,
  makeUser,
  testStart,
} from "../support/world";
import { jobCaller, nobody, personCaller, type Bench, type Caller, type Trial } from "./bench";

const startsAt = new Date(testStart.getTime() + hours(48));
const endsAt = new Date(startsAt.getTime() + hours(1));
const later = {
  startsAt: new Date(startsAt.getTime() + hours(24)),
  endsAt: new Date(startsAt.getTime() + hours(25)),
};
const reason = "Because";

export type BookingThing = BookingState & { readonly owner: UserActor; readonly code: string };

/** A booking as it is stored in the status, of an owner of its own, with a code that no one has shown yet. */
export async function makeBooking(
  db: Db,
  at: { readonly stationId: string; readonly businessId: string },
  status: BookingStatus,
): Promise<BookingThing> {
  const owner = await makeUser(db, "EvOwner");
  const number = `BK-${plainCode(8)}`;
  const row = { id: newId(), number, ...at, ownerId: owner.userId, startsAt, endsAt, status };
  await db.insert(bookings).values({
    ...row,
    tariff: energyTariff,
    estimateMinor: 653,
    approvedAt: testStart,
    createdAt: testStart,
    updatedAt: testStart,
  });
  const code = plainCode(8);
  await db.insert(qrTokens).values({
    id: newId(),
    bookingId: row.id,
    code,
    keyId: "q1",
    issuedAt: testStart,
    opensAt: new Date(startsAt.getTime() - minutes(15)),
    expiresAt: new Date(startsAt.getTime() + minutes(30)),
  });
  const inForce = { changeCutoffMinutes: 720, lateBeforeMinutes: 60 };
  return { ...row, conflict: null, lateUntil: null, ...inForce, owner, code };
}

const trials: Readonly<Record<string, Trial<BookingThing>>> = {
  approve: { run: (ctx, { id }) => approveBooking(ctx, { id }) },
  reject: {
    at: startsAt,
    run: (ctx, { id }) =>
      ctx.actor.kind === "Job" ? rejectUnreviewed(ctx) : rejectBooking(ctx, { id, reason }),
  },
  cancel: { run: (ctx, { id }) => cancelBooking(ctx, { id, reason, chargeFee: false }) },
  move: {
    arrange: (db, { id }) =>
      db
        .update(bookings)
        .set({ conflict: "OverCapacity", conflictAt: testStart })
        .where(eq(bookings.id, id)),
    run: (ctx, { id }) => moveBooking(ctx, { id, ...later, reason }),
  },
  checkIn: {
    at: startsAt,
    run: (ctx, { code }) => admitBooking(ctx, { code }),
    says: (refused) => doorOfCodes[refused] ?? refused,
  },
  readmit: {
    at: startsAt,
    arrange: (db, { id }) =>
      db.update(qrTokens).set({ consumedAt: startsAt }).where(eq(qrTokens.bookingId, id)),
    run: (ctx, { code }) => admitBooking(ctx, { code, override: { reason } }),
    says: (refused) => doorOfCodes[refused] ?? refused,
  },
  late: { at: startsAt, run: (ctx, { id }) => runLate(ctx, { id }) },
  complete: { run: (ctx, { id }) => completeBooking(ctx, id) },
  extend: {
    at: endsAt,
    arrange: (db, { id }) =>
      db.update(bookings).set({ origin: "WalkUp" }).where(eq(bookings.id, id)),
    run: extendWalkUps,
  },
  markNoShow: { at: new Date(startsAt.getTime() + minutes(15)), run: markNoShows },
};

/** A code at the gate is refused in words of its own. */
const doorOfCodes: Readonly<Record<string, "qr.wrong_status" | "qr.unknown_code">> = {
  "booking.status": "qr.wrong_status",
  "booking.not_found": "qr.unknown_code",
};

const modify = (variant?: "reviewed"): Trial<BookingThing> => ({
  run: (ctx, { id }) => modifyBooking(ctx, { id, ...later }),
  variant: ({ status }) => (status === "Approved" ? variant : undefined),
});

/** Bookings at a station that reviews them, and changes by owners at one that does not. */
export async function benches(db: Db): Promise<Bench<BookingState, BookingThing>[]> {
  return [
    await bookingBench(db, "bookings", "Manual", { ...trials, modify: modify("reviewed") }),
    await bookingBench(db, "bookings where nobody reviews", "Auto", { modify: modify() }),
  ];
}

async function bookingBench(
  db: Db,
  name: string,
  approval: "Manual" | "Auto",
  tried: Readonly<Record<string, Trial<BookingThing>>>,
): Promise<Bench<BookingState, BookingThing>> {
  const { id: businessId } = await makeBusiness(db);
  const { id: stationId } = await makeStation(db, businessId, { approval });
  await makeSlots(db, stationId, startsAt, 48, { capacity: 20 });
  const things: BookingThing[] = [];
  for (const status of bookingStatus.options) {
    things.push(await makeBooking(db, { stationId, businessId }, status));
  }
  const staff = await staffCallers(db, businessId, stationId);
  const otherOwner = await makeUser(db, "EvOwner");
  return {
    name,
    machine: bookingMachine,
    actions: bookingAction.options,
    things,
    trials: tried,
    callers: ({ owner }) => [
      ...staff,
      personCaller("the owner", owner, ["own"]),
      personCaller("another owner", otherOwner, []),
      jobCaller("no-show"),
      jobCaller("unreviewed"),
      jobCaller("walk-ups"),
      nobody,
    ],
    can: async (ctx, { id }) => (await readBooking(ctx, { id })).can,
    status: async (tx, { id }) =>
      (await tx.select().from(bookings).where(eq(bookings.id, id)))[0]?.status,
  };
}

/** Everyone of the business and its station, and their like elsewhere. */
export async function staffCallers(
  db: Db,
  businessId: string,
  stationId: string,
): Promise<Caller[]> {
  const other = await makeBusiness(db);
  const station = await makeStation(db, other.id);
  const at = (business: string, id: string) => ({ businessId: business, stationIds: [id] });
  const make = async (role: "Backoffice" | "Operator", here: boolean) =>
    makeUser(
      db,
      role,
      role === "Operator"
        ? at(here ? businessId : other.id, here ? stationId : station.id)
        : { businessId: here ? businessId : other.id },
    );
  return [
    personCaller("an admin", await makeUser(db, "SystemAdmin"), ["any"]),
    personCaller("the office", await make("Backoffice", true), ["business"]),
    personCaller("another office", await make("Backoffice", false), []),
    personCaller("the operator", await make("Operator", true), ["station"]),
    personCaller("another's operator", await make("Operator", false), []),
  ];
}
