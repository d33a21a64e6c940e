"use server";

import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import { signUp } from "@/lib/people/accounts";
import { RegisterDriver } from "@/lib/people/accounts/schema";
import { action } from "@/lib/http/action";

const send = action({
  permission: "owner.register",
  body: RegisterDriver,
  limit: "signUp",
  run: signUp,
});

export async function register(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await send(form);
  if (!result.ok) return refusedForm(result, form);
  return { errors: {}, values: {}, done: true };
}
