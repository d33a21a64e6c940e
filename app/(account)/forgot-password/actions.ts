"use server";

import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import { forgotPassword } from "@/lib/people/accounts";
import { ForgotPassword } from "@/lib/people/accounts/schema";
import { action } from "@/lib/http/action";

const send = action({
  permission: "account.login",
  body: ForgotPassword,
  limit: "signUp",
  run: forgotPassword,
});

export async function askForLink(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await send(form);
  return result.ok ? { errors: {}, values: {}, done: true } : refusedForm(result, form);
}
