import { eq } from "drizzle-orm";

import { slots } from "@/db/schema/schedules";
import { waiting } from "@/db/schema/waiting";
import { createBooking } from "@/lib/charging/bookings";
import { leaveWaiting, readWaiting, serveWaiting } from "@/lib/charging/waiting";
import { waitingMachine, type WaitingState } from "@/lib/charging/waiting/rules";
import { waitingAction, waitingStatus, type WaitingStatus } from "@/lib/charging/waiting/schema";
import { withdrawOffers } from "@/lib/charging/waiting/withdraw-offers";
import { fail } from "@/lib/core/errors";
import { scopeOf } from "@/lib/core/permissions";
import type { UserActor } from "@/lib/core/actor";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";

import { hours, minutes } from "../support/test-clock";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../support/world";
import { jobCaller, nobody, personCaller, type Bench } from "./bench";
import { staffCallers } from "./bookings";

const startsAt = new Date(testStart.getTime() + hours(48));
const endsAt = new Date(startsAt.getTime() + hours(1));

type Thing = WaitingState & { readonly owner: UserActor };

async function makeEntry(
  db: Db,
  at: { readonly stationId: string; readonly businessId: string },
  status: WaitingStatus,
): Promise<Thing> {
  const owner = await makeUser(db, "EvOwner");
  const row = { id: newId(), status, ...at, ownerId: owner.userId };
  await db.insert(waiting).values({
    ...row,
    kind: "Waiting",
    startsAt,
    endsAt,
    ...(status === "Offered" && {
      placeGroup: 1,
      offerEndsAt: new Date(testStart.getTime() + minutes(10)),
    }),
    createdAt: testStart,
    updatedAt: testStart,
  });
  return { ...row, owner };
}

/** Entries in each status, at a station that has places for all of them; how they are taken or taken back, the room's tests say. */
export async function benches(db: Db): Promise<Bench<WaitingState, Thing>[]> {
  const { id: businessId } = await makeBusiness(db);
  const { id: stationId } = await makeStation(db, businessId);
  await makeSlots(db, stationId, startsAt, 4, { capacity: 20 });
  const things: Thing[] = [];
  for (const status of waitingStatus.options) {
    things.push(await makeEntry(db, { stationId, businessId }, status));
  }
  const staff = await staffCallers(db, businessId, stationId);
  const other = await makeUser(db, "EvOwner");
  const bench: Bench<WaitingState, Thing> = {
    name: "waiting",
    machine: waitingMachine,
    actions: waitingAction.options,
    things,
    callers: ({ owner }) => [
      ...staff.map((caller) => ({ ...caller, near: [] })),
      personCaller("the owner", owner, ["own"]),
      personCaller("another owner", other, []),
      jobCaller("waiting"),
      jobCaller("no-show"),
      nobody,
    ],
    trials: {
      offer: { run: serveWaiting },
      take: {
        run: (ctx, { id }) => createBooking(ctx, { stationId, startsAt, endsAt, offerId: id }),
        says: (refused) => (refused.startsWith("waiting.") ? "offer.ended" : refused),
      },
      withdraw: {
        arrange: (db) =>
          db.update(slots).set({ capacity: 0, reserved: 1 }).where(eq(slots.stationId, stationId)),
        // A step of whoever changes a station; who may do that is asked there.
        run: (ctx) => {
          scopeOf(ctx, "waiting.serve");
          return withdrawOffers(ctx, [stationId]);
        },
      },
      leave: { run: (ctx, { id }) => leaveWaiting(ctx, { id }) },
      expire: { at: startsAt, run: serveWaiting },
    },
    can: async (ctx, { id }) => {
      const own = (await readWaiting(ctx, {})).find((one) => one.id === id);
      if (!own) throw fail("waiting.not_found");
      return own.can;
    },
    status: async (tx, { id }) =>
      (await tx.select().from(waiting).where(eq(waiting.id, id)))[0]?.status,
  };
  return [bench];
}
