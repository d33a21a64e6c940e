import { z } from "zod";

import { fault } from "@/lib/core/fault";
import { instantView, pageOfText, somethingToChange, within } from "@/lib/core/fields";

export const reviewStatus = z.enum(["Pending", "Approved", "Rejected", "Withdrawn"]);
export type ReviewStatus = z.infer<typeof reviewStatus>;
/** Everything that is done to a review by its status; `rules.ts` says who, from where and to what. */
export const reviewAction = z.enum(["edit", "withdraw"]);
export type ReviewAction = z.infer<typeof reviewAction>;

/** Characters of a review's words, and its pictures, at most (operations.md, 6.5). */
export const mostLetters = 1_000;
export const mostPhotos = 4;

const score = within(z.int(), 1, 5);
const text = pageOfText(mostLetters);
/** Pictures that were sent for it, or that it has already, in their order. */
const uploadIds = z
  .array(z.uuid(fault("photo_id")).toLowerCase())
  .max(mostPhotos, fault("at_most", { most: mostPhotos }))
  .transform((ids) => [...new Set(ids)]);

export const WriteReview = z.strictObject({
  score,
  text: text.optional(),
  uploadIds: uploadIds.optional(),
});
export type WriteReview = z.infer<typeof WriteReview>;

/** What is not named stays; `uploadIds` are all the pictures that it is to have. */
export const UpdateReview = z
  .strictObject({
    score: score.optional(),
    text: text.nullish(),
    uploadIds: uploadIds.optional(),
  })
  .refine(...somethingToChange);
export type UpdateReview = z.infer<typeof UpdateReview>;

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
/** A picture that was sent; its bytes are checked, its name and type are not believed. */
export const AddReviewPhoto = z.object({ file: z.object({ name: z.string().optional(), bytes }) });

// ── What goes out ────────────────────────────────────────────────────────────────────────────────

/** A picture that was kept for a review: `id` is what `uploadIds` names. */
export const ReviewPhoto = z.object({ id: z.uuid(), contentType: z.string(), size: z.int() });
export type ReviewPhoto = z.infer<typeof ReviewPhoto>;

/** A review as its author sees it. */
export const ReviewView = z.object({
  id: z.uuid(),
  bookingId: z.uuid(),
  stationId: z.uuid(),
  score: z.int(),
  text: z.string().nullable(),
  /** At `photos/{id}` of the review. */
  photos: z.array(ReviewPhoto),
  status: reviewStatus,
  /** Why it was rejected. */
  reason: z.string().nullable(),
  /** What the station's business answered, and when. */
  reply: z.string().nullable(),
  repliedAt: instantView.nullable(),
  createdAt: instantView,
  updatedAt: instantView,
  /** Until when its author may edit it. */
  editableUntil: instantView,
  can: z.array(reviewAction),
});
export type ReviewView = z.infer<typeof ReviewView>;

/** What its owner said of a booking, or until when they may say something; null where nothing can be said. */
export const BookingReview = z.object({
  review: ReviewView.nullable(),
  writeUntil: instantView.nullable(),
});
export type BookingReview = z.infer<typeof BookingReview>;

/** A review as others see it. */
export const StationReview = z.object({
  id: z.uuid(),
  score: z.int(),
  text: z.string().nullable(),
  photos: z.array(ReviewPhoto),
  /** First name and initial; null for somebody who is no longer here. */
  author: z.string().nullable(),
  /** `YYYY-MM` in the station's zone. */
  month: z.string(),
  vehicleMake: z.string().nullable(),
  reply: z.string().nullable(),
});
export type StationReview = z.infer<typeof StationReview>;
