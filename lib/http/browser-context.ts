import { headers } from "next/headers";
import { cache } from "react";

import { isDatabaseAway, isDatabaseSlow } from "@/db/client";
import { anonymous } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";

import { requestContext } from "@/lib/process/context";
import { readerLocale } from "./reader-locale";
import { actorFromCookie } from "./session";

/** What a page or server action knows of its request. */
export interface BrowserRequest {
  readonly ctx: Context;
  /** The path with its query, as `proxy.ts` noted it. */
  readonly path: string;
  readonly headers: Headers;
  /** Whether the web must ask for a new password before anything else. */
  readonly mustChangePassword: boolean;
}

/**
 * The context of the page or server action that is being answered, with whoever the cookie signs in. Layouts and
 * the page of one request share it, so the database is asked once.
 */
export const browserRequest = cache(async (): Promise<BrowserRequest> => {
  const given = new Headers(await headers());
  const unknown = await requestContext(anonymous, given.get("x-request-id") ?? undefined);
  const actor = await actorFromCookie(unknown, given.get("cookie"));
  const known = { ...unknown, actor: actor ?? anonymous };
  return {
    ctx: { ...known, locale: readerLocale(known, given) },
    path: given.get("x-path") ?? "/",
    headers: given,
    mustChangePassword: actor?.mustChangePassword ?? false,
  };
});

/**
 * The error that says in a page, by its digest, what passes by itself: that the database cannot be reached, or that it
 * does not get to this in time; anything else as it is.
 */
export function pageError(error: unknown): unknown {
  if (isDatabaseAway(error)) return passing("database-away", error);
  if (isDatabaseSlow(error) || isAppError(error, "report.busy")) {
    return passing("database-busy", error);
  }
  return error;
}

const passing = (digest: string, cause: unknown) =>
  Object.assign(new Error("The database does not answer.", { cause }), { digest });
