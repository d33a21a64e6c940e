"use server";

import { redirect } from "next/navigation";

import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import { requestBusiness } from "@/lib/people/businesses";
import { RequestBusiness } from "@/lib/people/businesses/schema";
import { action } from "@/lib/http/action";

const send = action({
  permission: "business.request",
  body: RequestBusiness,
  limit: "signUp",
  run: requestBusiness,
});

export async function request(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await send(form);
  if (!result.ok) return refusedForm(result, form);
  redirect(`/business/requested?reference=${result.data.id}`);
}
