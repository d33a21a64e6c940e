import { cookies, headers } from "next/headers";
import { cache } from "react";

import { isDatabaseAway, isDatabaseSlow } from "@/db/client";
import { anonymous } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";

import { requestContext } from "@/lib/process/context";
import { answerInstead } from "./edge/request-note";
import { readerOf } from "./reader-locale";
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
    ctx: { ...known, ...readerOf(known, await asChosen(given)) },
    path: given.get("x-path") ?? "/",
    headers: given,
    mustChangePassword: actor?.mustChangePassword ?? false,
  };
});

/** The request's headers, with the cookies that a server action set before the page is rendered anew for it. */
async function asChosen(given: Headers): Promise<Headers> {
  const jar = (await cookies()).getAll();
  if (jar.length === 0) return given;
  const chosen = new Headers(given);
  chosen.set("cookie", jar.map(({ name, value }) => `${name}=${value}`).join("; "));
  return chosen;
}

/**
 * The error that says in a page, by its digest, what was no fault of ours: that the database cannot be reached, or does
 * not get to this in time (503), or that somebody asks for too much (429); anything else as it is.
 */
export function pageError(error: unknown): unknown {
  if (isDatabaseAway(error)) return instead("database-away", error, 503, comeAgainSeconds);
  if (isDatabaseSlow(error) || isAppError(error, "report.busy")) {
    return instead("database-busy", error, 503, comeAgainSeconds);
  }
  if (isAppError(error, "request.rate_limited")) {
    return instead("too-many-requests", error, 429, Number(error.details?.seconds));
  }
  return error;
}

/** As long as the API says (`refusal.ts`). */
const comeAgainSeconds = 2;

function instead(digest: string, cause: unknown, status: number, seconds: number): Error {
  answerInstead(status, seconds);
  return Object.assign(new Error(digest, { cause }), { digest });
}
