import { z } from "zod";

import { jobsOnly, owner } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { conflict, invalid, notFound, rule } from "@/lib/words/refusals";
import { bothLayers, setting, whole } from "@/lib/words/setting";
import { sampleId } from "@/lib/words/sample-id";

import type { ReviewAction, ReviewStatus } from "./schema";

const told = z.object({
  reviewId: z.uuid(),
  bookingId: z.uuid(),
  stationId: z.uuid(),
  ownerId: z.uuid().nullable(),
  score: z.int(),
  status: z.string(),
});

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  jobs: ["ratings"],
  permissions: {
    "review.write": owner,
    "review.read": "public",
    "rating.reconcile": jobsOnly("ratings"),
  },
  errors: {
    "review.not_found": notFound(),
    "review.not_completed": rule(),
    "review.too_late": rule<{ days: number }>(),
    "review.exists": conflict(),
    "review.edit_closed": rule<{ hours: number }>(),
    "review.status": conflict<{ status: ReviewStatus; action: ReviewAction }>(),
    "review.photo_invalid": invalid(),
  },
  settings: {
    reviewWindowDays: setting("REVIEW_WINDOW_DAYS", whole(1, 365), 14, bothLayers, "stations"),
  },
  events: {
    "review.written": told,
    "review.changed": told,
    "review.withdrawn": told,
  },
  subjects: { review: "reviewId" },
  audited: {
    things: ["Review"],
    actions: ["Create", "Update", "Retract"],
    personal: { Review: ["text"] },
  },
  samples: {
    /** Of the sample's owner, with words and a picture; of a visit of the day before yesterday. */
    reviewId: sampleId(90),
    reviewedBookingId: sampleId(91),
    reviewPhotoId: sampleId(92),
  },
  samplePaths: {
    "/reviews/{id}": "reviewId",
    "/reviews/{id}/photos/{photoId}": "reviewPhotoId",
  },
});
