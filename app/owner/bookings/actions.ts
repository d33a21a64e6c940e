"use server";

import { redirect } from "next/navigation";
import { z } from "zod";

import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import { cancelBooking, modifyBooking, runLate } from "@/lib/charging/bookings";
import { CancelBooking, ModifyBooking } from "@/lib/charging/bookings/schema";
import { leaveWaiting } from "@/lib/charging/waiting";
import { action } from "@/lib/http/action";

const id = z.uuid();
const limit = "bookingWrite";

export const cancelOwn = action({
  permission: "booking.cancel",
  limit,
  body: CancelBooking.pick({ reason: true }).extend({ id }),
  run: (ctx, input) => cancelBooking(ctx, { ...input, chargeFee: false }),
});

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
