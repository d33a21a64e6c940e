"use client";

import type { Login } from "@/lib/people/accounts/schema";

/** Whether the browser is signed in now, or why not: a refusal's words, null where the service cannot be reached. */
export type SignInResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly message: string | null; readonly code?: string };

const unreachable: SignInResult = { ok: false, message: null };

/**
 * Signs the browser in, which sets its session cookie: next-auth's own way, a CSRF token and then a form, without
 * its client library. Never throws.
 */
export async function signIn(login: Login): Promise<SignInResult> {
  try {
    const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
    const response = await fetch("/api/auth/callback/credentials", {
      method: "POST",
      body: new URLSearchParams({ ...login, csrfToken, callbackUrl: "/", json: "true" }),
    });
    const { url } = (await response.json()) as { url: string };
    const refusal = new URL(url, location.href).searchParams.get("error");
    return refusal === null ? { ok: true } : readRefusal(refusal);
  } catch {
    return unreachable;
  }
}

/** Our refusals come as JSON in next-auth's `error` parameter; its own ones as a word. */
function readRefusal(text: string): SignInResult {
  try {
    const { code, message } = JSON.parse(text) as { code: string; message: string };
    return { ok: false, message, code };
  } catch {
    return unreachable;
  }
}

/**
 * Asks for an account back that its owner deleted; whether they have it, the sign-in that follows says. Never throws.
 */
export async function askBack(login: Login): Promise<void> {
  await fetch("/api/v1/auth/restore", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(login),
  }).catch(() => undefined);
}
