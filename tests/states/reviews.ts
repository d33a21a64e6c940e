import { eq } from "drizzle-orm";

import { reviews } from "@/db/schema/reviews";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { readBookingReview, updateReview, withdrawReview } from "@/lib/service/reviews";
import { reviewMachine, scoreAlone, type ReviewState } from "@/lib/service/reviews/rules";
import { reviewAction, reviewStatus } from "@/lib/service/reviews/schema";

import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../support/world";
import { jobCaller, nobody, personCaller, type Bench, type Trial } from "./bench";
import { makeBooking, staffCallers, type BookingThing } from "./bookings";

interface Thing extends ReviewState {
  readonly booking: BookingThing;
}

const withdraw: Trial<Thing> = { run: (ctx, { id }) => withdrawReview(ctx, { id }) };

/** Reviews in each status, given words, and left with a score alone. */
export async function benches(db: Db): Promise<Bench<ReviewState, Thing>[]> {
  return [
    await reviewBench(db, "reviews", {
      edit: { run: (ctx, { id }) => updateReview(ctx, { id, text: "Lit at night." }) },
      withdraw,
    }),
    await reviewBench(db, "reviews without words", {
      edit: {
        run: (ctx, { id }) => updateReview(ctx, { id, score: 5, text: null }),
        variant: () => scoreAlone,
      },
      withdraw,
    }),
  ];
}

async function reviewBench(
  db: Db,
  name: string,
  trials: Readonly<Record<string, Trial<Thing>>>,
): Promise<Bench<ReviewState, Thing>> {
  const { id: businessId } = await makeBusiness(db);
  const { id: stationId } = await makeStation(db, businessId);
  await makeSlots(db, stationId, testStart, 72, { capacity: 20 });
  const things: Thing[] = [];
  for (const status of reviewStatus.options) {
    const at = { stationId, businessId };
    const booking = await makeBooking(db, at, "Completed");
    const { ownerId: userId } = booking;
    const row = { id: newId(), status, ...at, userId, createdAt: testStart };
    await db
      .insert(reviews)
      .values({ ...row, bookingId: booking.id, score: 3, text: "Fine.", updatedAt: testStart });
    things.push({ ...row, booking });
  }
  const staff = await staffCallers(db, businessId, stationId);
  const other = await makeUser(db, "EvOwner");
  return {
    name,
    machine: reviewMachine,
    actions: reviewAction.options,
    things,
    callers: ({ booking }) => [
      ...staff.map((caller) => ({ ...caller, near: [] })),
      personCaller("the author", booking.owner, ["own"]),
      personCaller("another owner", other, []),
      jobCaller("ratings"),
      nobody,
    ],
    trials,
    can: async (ctx, { booking }) =>
      (await readBookingReview(ctx, { id: booking.id })).review?.can ?? [],
    status: async (tx, { id }) =>
      (await tx.select().from(reviews).where(eq(reviews.id, id)))[0]?.status,
  };
}
