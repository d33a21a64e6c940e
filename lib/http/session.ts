import { cookies } from "next/headers";

import { loadActor, type SignedInUser, verifyAccessToken } from "@/lib/people/accounts";
import type { LoginResult } from "@/lib/people/accounts/schema";
import type { Context } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";

import {
  openSession,
  sealSession,
  sessionCookieName,
  sessionCookieOptions,
  sessionSeconds,
  type BrowserSession,
} from "./session-token";

/** The session of a request's Cookie header; null for none that we sealed. The database is not asked. */
export async function readSession(cookieHeader: string | null): Promise<BrowserSession | null> {
  const prefix = `${sessionCookieName()}=`;
  const pair = cookieHeader
    ?.split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix));
  return openSession(pair?.slice(prefix.length));
}

/**
 * The person signed in by the browser's cookie, checked against the database each time; null for nobody, also
 * when the session was closed by a new password, a deactivation or a block.
 */
export async function actorFromCookie(
  ctx: Context,
  cookieHeader: string | null,
): Promise<SignedInUser | null> {
  const session = await readSession(cookieHeader);
  if (!session) return null;
  try {
    return await loadActor(ctx, session);
  } catch (error) {
    if (isAppError(error) && error.kind === "Unauthorized") return null;
    throw error;
  }
}

/**
 * Keeps this browser signed in after its own tokens were renewed, as by a change of password, which stops every
 * other session. For server actions alone: only they may set cookies.
 */
export async function keepSession(ctx: Context, login: LoginResult): Promise<void> {
  const proof = await verifyAccessToken(ctx, login.accessToken);
  const value = await sealSession({ ...proof, role: login.role });
  const jar = await cookies();
  jar.set(sessionCookieName(), value, { ...sessionCookieOptions(), maxAge: sessionSeconds });
}
