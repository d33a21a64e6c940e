"use server";

import { redirect } from "next/navigation";
import type { z } from "zod";

import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import { createBooking } from "@/lib/charging/bookings";
import { offerAlternatives } from "@/lib/charging/waiting";
import { CreateBooking } from "@/lib/charging/bookings/schema";
import { userOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { action } from "@/lib/http/action";
import { updateProfile } from "@/lib/people/accounts";
import { UpdateProfile } from "@/lib/people/accounts/schema";

/** Where the business asks for an identity number, it is the profile's from then on. */
const { nic, country } = UpdateProfile.shape;
const Confirmed = CreateBooking.safeExtend({ nic, country });

const send = action({
  permission: "booking.create",
  body: Confirmed,
  limit: "bookingWrite",
  idempotent: "bookings.create",
  run: confirmBooking,
  refused: offerAlternatives,
});

async function confirmBooking(ctx: Context, input: z.infer<typeof Confirmed>) {
  const { nic, country, ...booking } = input;
  return createBooking(nic === undefined ? ctx : await withNic(ctx, { nic, country }), booking);
}

async function withNic(ctx: Context, given: UpdateProfile): Promise<Context> {
  const { ownerNic } = await updateProfile(ctx, given);
  const user = userOf(ctx);
  return user ? { ...ctx, actor: { ...user, ownerNic } } : ctx;
}

export async function book(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await send(form);
  // The page's key was used: somebody came back to a form that has made its booking already.
  if (!result.ok && result.code === "idempotency.key_reused") redirect("/owner/bookings");
  if (!result.ok) {
    const { details } = result;
    return { ...refusedForm(result, form), ...(details && { details }) };
  }
  redirect(`/owner/bookings/${result.data.id}?booked=1`);
}
