"use client";

import type { ReactNode } from "react";

import { ActionForm } from "@/components/form/action-form";
import type { FormState } from "@/components/form/form-state";
import { signIn } from "@/components/account/sign-in";

import { register } from "./actions";

/** Registers, then signs in with what was just typed. */
export function RegisterForm({ onward, children }: { onward: string; children: ReactNode }) {
  async function registerAndEnter(state: FormState | null, form: FormData): Promise<FormState> {
    const answer = await register(state, form);
    if (!answer.done) return answer;
    await signIn({
      username: String(form.get("email")),
      password: String(form.get("password")),
    });
    // Signed in or not: the login page sends on whoever is.
    window.location.replace(onward);
    return new Promise(() => undefined);
  }
  return <ActionForm action={registerAndEnter}>{children}</ActionForm>;
}
