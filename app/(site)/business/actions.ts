"use server";

import { redirect } from "next/navigation";

import type { FormState } from "@/components/form/form-state";
import { readForm, refusedForm } from "@/components/form/read-form";
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
  const result = await send(readForm(form, ["billing.address", "billing.taxId"]));
  if (!result.ok) return refusedForm(result, form);
  redirect(`/business/requested?reference=${result.data.id}`);
}
