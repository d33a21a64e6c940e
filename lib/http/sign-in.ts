"use client";

import type { Login } from "@/lib/accounts/schema";

/** Whether the browser is signed in now, or why not: a code of the error table and its words. */
export type SignInResult =
  { readonly ok: true } | { readonly ok: false; readonly code: string; readonly message: string };

const unreachable: SignInResult = {
  ok: false,
  code: "request.unavailable",
  message: "The service cannot be reached just now. Try again shortly.",
};

/** next-auth's own way in, without its client library: a CSRF token, then a form. */
async function post(path: string, fields: Record<string, string>): Promise<string | null> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  const body = new URLSearchParams({ ...fields, csrfToken, callbackUrl: "/", json: "true" });
  const response = await fetch(path, { method: "POST", body });
  const { url } = (await response.json()) as { url?: string };
  return url ? new URL(url, location.href).searchParams.get("error") : null;
}

/** Signs the browser in, which sets its session cookie. Never throws. */
export async function signIn(login: Login): Promise<SignInResult> {
  try {
    const refusal = await post("/api/auth/callback/credentials", { ...login });
    return refusal === null ? { ok: true } : readRefusal(refusal);
  } catch {
    return unreachable;
  }
}

/** Signs the browser out, which takes its session cookie away. Never throws. */
export async function signOut(): Promise<SignInResult> {
  try {
    await post("/api/auth/signout", {});
    return { ok: true };
  } catch {
    return unreachable;
  }
}

/** Our refusals come as JSON in next-auth's `error` parameter; its own ones as a word. */
function readRefusal(text: string): SignInResult {
  try {
    const { code, message } = JSON.parse(text) as { code: string; message: string };
    return { ok: false, code, message };
  } catch {
    return unreachable;
  }
}
