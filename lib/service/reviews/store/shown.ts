import { and, count, desc, eq, sql } from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import { bookings } from "@/db/schema/bookings";
import { vehicles } from "@/db/schema/drivers";
import { reviews } from "@/db/schema/reviews";
import type { Context } from "@/lib/core/context";
import { pageOffset, type Page, type PageQuery } from "@/lib/core/pages";

import type { ReviewRow } from "./reviews";

/** A review with what is told of its author. */
export interface ShownReview extends ReviewRow {
  readonly authorName: string | null;
  readonly vehicleMake: string | null;
  /** Whether its author is deleting their account: what they said is hidden at once, the score stays. */
  readonly isLeaving: boolean;
}

/** Whether whoever is joined as the author is deleting their account. */
const isLeaving = sql<boolean>`${users.deletedAt} is not null`;

/** One page of the station's Approved reviews, the newest first. */
export async function findShown(
  ctx: Context,
  stationId: string,
  page: PageQuery,
): Promise<Page<ShownReview>> {
  const where = and(eq(reviews.stationId, stationId), eq(reviews.status, "Approved"));
  const [total] = await ctx.db.select({ count: count() }).from(reviews).where(where);
  const rows = await ctx.db
    .select({ review: reviews, authorName: users.name, vehicleMake: vehicles.make, isLeaving })
    .from(reviews)
    .innerJoin(bookings, eq(bookings.id, reviews.bookingId))
    .leftJoin(users, eq(users.id, reviews.userId))
    .leftJoin(vehicles, eq(vehicles.id, bookings.vehicleId))
    .where(where)
    .orderBy(desc(reviews.createdAt), desc(reviews.id))
    .limit(page.limit)
    .offset(pageOffset(page));
  return {
    items: rows.map(({ review, ...more }) => ({ ...review, ...more })),
    total: total?.count ?? 0,
  };
}

/** Whether the review's author is deleting their account, or is gone. */
export async function hasLeft(ctx: Context, userId: string | null): Promise<boolean> {
  if (userId === null) return true;
  const [row] = await ctx.db.select({ isLeaving }).from(users).where(eq(users.id, userId));
  return row?.isLeaving ?? true;
}
