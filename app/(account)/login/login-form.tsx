"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { ActionForm } from "@/components/form/action-form";
import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import { goOnward } from "@/components/account/go-onward";
import { askBack, signIn } from "@/components/account/sign-in";

/** Signs in, then lets the server decide where to go: it knows the role. */
export function LoginForm({ onward, children }: { onward: string; children: ReactNode }) {
  const t = useTranslations("ui");
  async function login(_state: FormState | null, form: FormData): Promise<FormState> {
    const typed = {
      username: String(form.get("username")),
      password: String(form.get("password")),
    };
    if (form.has("restore")) await askBack(typed);
    const result = await signIn(typed);
    if (!result.ok) {
      const refused = refusedForm({ message: result.message ?? t("unreachable") }, form);
      return { ...refused, details: { code: result.code } };
    }
    goOnward(onward);
    return new Promise(() => undefined);
  }
  return <ActionForm action={login}>{children}</ActionForm>;
}
