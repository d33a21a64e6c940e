"use server";

import { redirect } from "next/navigation";

import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import { setPassword } from "@/lib/people/accounts";
import { SetPassword } from "@/lib/people/accounts/schema";
import { action } from "@/lib/http/action";

const send = action({
  permission: "account.login",
  body: SetPassword,
  limit: "login",
  run: setPassword,
});

export async function choosePassword(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await send(form);
  if (!result.ok) return refusedForm(result, form);
  redirect("/login?done=password");
}
