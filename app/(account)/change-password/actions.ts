"use server";

import { redirect } from "next/navigation";

import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import { changePassword } from "@/lib/people/accounts";
import { ChangePassword } from "@/lib/people/accounts/schema";
import { action } from "@/lib/http/action";
import { keepSession } from "@/lib/http/session";

const send = action({
  permission: "account.self",
  body: ChangePassword,
  limit: "login",
  run: async (ctx, body) => {
    await keepSession(ctx, await changePassword(ctx, body));
  },
});

export async function replacePassword(
  _state: FormState | null,
  form: FormData,
): Promise<FormState> {
  const result = await send(form);
  if (!result.ok) return refusedForm(result, form);
  // The login page sends on whoever is signed in: home, by the role.
  redirect("/login");
}
