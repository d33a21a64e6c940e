import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { readBookingReview, writeReview } from "@/lib/service/reviews";
import { BookingReview, ReviewView, WriteReview } from "@/lib/service/reviews/schema";
import { sample } from "@/lib/words";

const params = z.object({ id: z.uuid() });

export const GET = endpoint({
  tag: "Reviews",
  summary: "What I said of a booking, or until when I may",
  permission: "review.write",
  params,
  returns: BookingReview,
  examples: [{ name: "A visit that was reviewed", params: { id: sample.reviewedBookingId } }],
  run: (ctx, { params }) => readBookingReview(ctx, params),
});

export const POST = endpoint({
  tag: "Reviews",
  summary: "Say how it went",
  description:
    "Once for each completed booking, within 14 days. A score alone is Approved at once; with words or pictures it is Pending until somebody has read it. `uploadIds` are those of `POST bookings/{id}/review/photos`.",
  permission: "review.write",
  params,
  limit: "bookingWrite",
  body: WriteReview,
  returns: ReviewView,
  status: 201,
  location: ({ bookingId }) => `/api/v1/bookings/${bookingId}/review`,
  examples: [
    {
      name: "A score and words",
      params: { id: sample.finishedSessionId },
      body: { score: 4, text: "Easy to find, and lit at night." },
    },
  ],
  run: (ctx, { params, body }) => writeReview(ctx, { ...params, ...body }),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
