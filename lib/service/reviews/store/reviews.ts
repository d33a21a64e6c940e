import { and, eq, inArray } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { reviews } from "@/db/schema/reviews";
import { sessions } from "@/db/schema/sessions";
import type { Context } from "@/lib/core/context";
import type { StatusStep, WithoutStatus } from "@/lib/core/transitions";

import type { ReviewStatus } from "../schema";

export type ReviewRow = typeof reviews.$inferSelect;

/** A booking as far as reviewing it goes. */
export interface Visit {
  readonly id: string;
  readonly stationId: string;
  readonly businessId: string;
  readonly userId: string | null;
  /** When its car had charged; null where it has not. */
  readonly endedAt: Date | null;
}

/** The booking, and when its session was finalized; null where there is none of that id. */
export async function findVisit(ctx: Context, bookingId: string): Promise<Visit | null> {
  const [row] = await ctx.db
    .select({
      id: bookings.id,
      stationId: bookings.stationId,
      businessId: bookings.businessId,
      userId: bookings.ownerId,
      endedAt: sessions.endedAt,
    })
    .from(bookings)
    .leftJoin(
      sessions,
      and(
        eq(sessions.bookingId, bookings.id),
        eq(sessions.status, "Completed"),
        eq(bookings.status, "Completed"),
      ),
    )
    .where(eq(bookings.id, bookingId));
  return row ?? null;
}

export async function findReview(ctx: Context, id: string): Promise<ReviewRow | null> {
  const [row] = await ctx.db.select().from(reviews).where(eq(reviews.id, id));
  return row ?? null;
}

/** All reviews that a driver wrote. */
export async function findReviewsOf(ctx: Context, userId: string): Promise<ReviewRow[]> {
  return ctx.db.select().from(reviews).where(eq(reviews.userId, userId));
}

/** What was said of the booking, withdrawn or not. */
export async function findReviewOf(ctx: Context, bookingId: string): Promise<ReviewRow | null> {
  const [row] = await ctx.db.select().from(reviews).where(eq(reviews.bookingId, bookingId));
  return row ?? null;
}

/** The review as it is now, kept from others until the transaction ends. */
export async function lockReview(ctx: Context, id: string): Promise<ReviewRow | null> {
  const [row] = await ctx.db.select().from(reviews).where(eq(reviews.id, id)).for("no key update");
  return row ?? null;
}

/** Keeps it; null where its booking has one already. */
export async function insertReview(
  ctx: Context,
  row: typeof reviews.$inferInsert,
): Promise<ReviewRow | null> {
  const [stored] = await ctx.db
    .insert(reviews)
    .values(row)
    .onConflictDoNothing({ target: reviews.bookingId })
    .returning();
  return stored ?? null;
}

/** Takes the step where the review is in one of its statuses `from`; null where it is not. */
export async function updateReviewRow(
  ctx: Context,
  id: string,
  step: StatusStep<ReviewStatus>,
  set: WithoutStatus<ReviewRow>,
): Promise<ReviewRow | null> {
  const [row] = await ctx.db
    .update(reviews)
    .set({ ...set, status: step.to, updatedAt: ctx.clock.now() })
    .where(and(eq(reviews.id, id), inArray(reviews.status, [...step.from])))
    .returning();
  return row ?? null;
}

/** What reviews are called: the numbers of their bookings. */
export async function findNumbers(ctx: Context, ids: readonly string[]) {
  return ctx.db
    .select({ id: reviews.id, name: bookings.number })
    .from(reviews)
    .innerJoin(bookings, eq(bookings.id, reviews.bookingId))
    .where(inArray(reviews.id, [...ids]));
}
