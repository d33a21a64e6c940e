import { sql } from "drizzle-orm";
import {
  check,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";

import { reviewStatus } from "@/lib/service/reviews/schema";

import { users } from "./accounts";
import { bookings } from "./bookings";
import { businesses } from "./businesses";
import { enumerated, enumerationChecks, id, instant } from "./columns";
import { uploads } from "./files";
import { stations } from "./stations";

/** What the owner of a completed booking said of it, once. */
export const reviews = pgTable(
  "reviews",
  {
    id: id(),
    bookingId: uuid("booking_id")
      .notNull()
      .unique()
      .references(() => bookings.id),
    stationId: uuid("station_id")
      .notNull()
      .references(() => stations.id),
    businessId: uuid("business_id")
      .notNull()
      .references(() => businesses.id),
    /** Null where its author was erased. */
    userId: uuid("user_id").references(() => users.id),
    score: smallint("score").notNull(),
    text: text("text"),
    status: enumerated("status", reviewStatus).notNull(),
    /** Why it was rejected. */
    reason: text("reason"),
    moderatedBy: uuid("moderated_by").references(() => users.id),
    moderatedAt: instant("moderated_at"),
    /** What the station's business answers. */
    reply: text("reply"),
    repliedAt: instant("replied_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    // What a station's page shows, and what its rating is counted from.
    index("reviews_shown_idx")
      .on(table.stationId, table.createdAt)
      .where(sql`${table.status} = 'Approved'`),
    // What waits for somebody to read it, oldest first.
    index("reviews_pending_idx")
      .on(table.createdAt)
      .where(sql`${table.status} = 'Pending'`),
    index("reviews_user_idx").on(table.userId),
    check("reviews_score_check", sql`${table.score} between 1 and 5`),
    ...enumerationChecks(table),
  ],
);

/** The pictures of reviews, in their order. */
export const reviewImages = pgTable(
  "review_images",
  {
    reviewId: uuid("review_id")
      .notNull()
      .references(() => reviews.id),
    uploadId: uuid("upload_id")
      .notNull()
      .references(() => uploads.id),
    position: smallint("position").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.reviewId, table.uploadId] }),
    unique("review_images_upload_key").on(table.uploadId),
  ],
);

/** Who thinks that a review should be looked at again. */
export const reviewFlags = pgTable(
  "review_flags",
  {
    reviewId: uuid("review_id")
      .notNull()
      .references(() => reviews.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.reviewId, table.userId] }),
    index("review_flags_user_idx").on(table.userId),
  ],
);
