"use server";

import { redirect } from "next/navigation";

import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import { createBooking } from "@/lib/charging/bookings";
import { offerAlternatives } from "@/lib/charging/waiting";
import { CreateBooking } from "@/lib/charging/bookings/schema";
import { action } from "@/lib/http/action";

const send = action({
  permission: "booking.create",
  body: CreateBooking,
  limit: "bookingWrite",
  idempotent: "bookings.create",
  run: createBooking,
  refused: offerAlternatives,
});

export async function book(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await send(form);
  if (!result.ok) {
    const { details } = result;
    return { ...refusedForm(result, form), ...(details && { details }) };
  }
  redirect(`/owner/bookings/${result.data.id}?booked=1`);
}
