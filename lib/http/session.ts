import { cookies } from "next/headers";

import { loadActor, signOut, type SignedInUser, verifyAccessToken } from "@/lib/people/accounts";
import type { LoginResult } from "@/lib/people/accounts/schema";
import { anonymous } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";
import { requestContext } from "@/lib/process/context";

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
 * when its login session has ended: by signing out, a new password, a deactivation, a block, or its age.
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

/**
 * Signs this browser out: its login session ends on the server, and its cookie goes. For server actions alone: only
 * they may set cookies.
 */
export async function leaveSession(): Promise<void> {
  const jar = await cookies();
  const session = await openSession(jar.get(sessionCookieName())?.value);
  if (session) await signOut(await requestContext(anonymous), session);
  jar.set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
}
