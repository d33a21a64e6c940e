"use server";

import { redirect } from "next/navigation";

import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import { joinWaiting } from "@/lib/charging/waiting";
import { JoinWaiting } from "@/lib/charging/waiting/schema";
import { idOf } from "@/lib/core/fields";
import { action } from "@/lib/http/action";

const send = action({
  permission: "waiting.join",
  limit: "bookingWrite",
  body: JoinWaiting.safeExtend({ stationId: idOf("station_id") }),
  run: joinWaiting,
});

/** Puts the reader in line for a time, and leads to where their lines are. */
export async function join(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await send(form);
  if (!result.ok) return refusedForm(result, form);
  redirect("/owner/bookings");
}
