"use server";

import { redirect } from "next/navigation";
import { z } from "zod";

import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import { modifyBooking, runLate } from "@/lib/charging/bookings";
import { ModifyBooking } from "@/lib/charging/bookings/schema";
import { leaveWaiting } from "@/lib/charging/waiting";
import { action } from "@/lib/http/action";
import { updateReview, withdrawReview, writeReview } from "@/lib/service/reviews";
import { WriteReview } from "@/lib/service/reviews/schema";

const id = z.uuid();
const limit = "bookingWrite";

export const sayLate = action({
  permission: "booking.late",
  limit,
  body: z.strictObject({ id }),
  run: runLate,
});

export const leaveLine = action({
  permission: "waiting.join",
  limit,
  body: z.strictObject({ id }),
  run: leaveWaiting,
});

const sendChange = action({
  permission: "booking.modify",
  limit,
  body: z.strictObject({
    id,
    startsAt: ModifyBooking.shape.startsAt,
    endsAt: ModifyBooking.shape.endsAt,
    standard: ModifyBooking.shape.standard,
  }),
  run: modifyBooking,
});

/** Changes a booking's time, and leads back to it. */
export async function changeTime(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await sendChange(form);
  if (!result.ok) return refusedForm(result, form);
  redirect(`/owner/bookings/${result.data.id}?changed=1`);
}

const review = action({
  permission: "review.write",
  limit,
  body: WriteReview.extend({ bookingId: z.uuid(), reviewId: z.uuid().optional() }),
  // A form says the whole review: words that were emptied are gone.
  run: (ctx, { bookingId, reviewId, ...said }) =>
    reviewId === undefined
      ? writeReview(ctx, { id: bookingId, ...said })
      : updateReview(ctx, { id: reviewId, ...said, text: said.text ?? null }),
});

/** Says how it went, or says it otherwise, and leads back to the booking. */
export async function sendReview(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await review(form);
  if (!result.ok) return refusedForm(result, form);
  redirect(`/owner/bookings/${result.data.bookingId}?reviewed=1`);
}

export const withdrawOwn = action({
  permission: "review.write",
  limit,
  body: z.strictObject({ id }),
  run: withdrawReview,
});
