import { decode, encode } from "next-auth/jwt";

import { roles, type Role } from "@/lib/core/actor";
import { isUuid } from "@/lib/core/ids";
import { dayMs } from "@/lib/core/durations";

/** What the browser's session cookie says; the database is asked at every use (`tokenVersion`). */
export interface BrowserSession {
  readonly userId: string;
  /** The login session, which the database may have ended. */
  readonly sessionId: string;
  readonly tokenVersion: number;
  readonly role: Role;
}

/** How long a browser stays signed in without coming back, in seconds: as long as a refresh token lives. */
export const sessionSeconds = (7 * dayMs) / 1_000;

/** Whether users reach us over https, so that cookies are Secure. BASE_URL says so, whatever proxy is between. */
export function isSecureSite(): boolean {
  return process.env.BASE_URL?.startsWith("https:") ?? false;
}

/** The name of the session cookie; `__Host-` binds it to this very host, which browsers allow over https alone. */
export function sessionCookieName(): string {
  return isSecureSite() ? "__Host-baybook.session" : "baybook.session";
}

/** What keeps the cookie from scripts, other sites and plain connections (quality.md, Web security). */
export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isSecureSite() } as const;
}

/** The secret that encrypts session cookies. Throws a plain Error when NEXTAUTH_SECRET is missing. */
export function sessionSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set. See .env.example.");
  return secret;
}

/** Encrypts a session as next-auth does, for a cookie. */
export async function sealSession(session: BrowserSession): Promise<string> {
  const token = claimsOf(session);
  return encode({ token, secret: sessionSecret(), maxAge: sessionSeconds });
}

/** A session as the cookie has it. */
export const claimsOf = ({ userId, sessionId, tokenVersion, role }: BrowserSession) => ({
  sub: userId,
  sid: sessionId,
  ver: tokenVersion,
  role,
});

/** A session as it was read, and when it was sealed, in seconds since 1970. */
export interface OpenedSession extends BrowserSession {
  readonly sealedAt: number;
}

/** Reads a session cookie's value; null for none, an expired one or one that we did not seal. */
export async function openSession(value: string | undefined): Promise<OpenedSession | null> {
  if (!value) return null;
  const secret = sessionSecret();
  const token = await decode({ token: value, secret }).catch(() => null);
  const session = sessionOf(token ?? {});
  const { iat } = token ?? {};
  return session && { ...session, sealedAt: typeof iat === "number" ? iat : 0 };
}

/** What claims say of a session; null where they lack anything. */
export function sessionOf(claims: Readonly<Record<string, unknown>>): BrowserSession | null {
  const { sub, sid, ver, role } = claims;
  const known = roles.find((name) => name === role);
  return isId(sub) && isId(sid) && typeof ver === "number" && known
    ? { userId: sub, sessionId: sid, tokenVersion: ver, role: known }
    : null;
}

const isId = (value: unknown): value is string => typeof value === "string" && isUuid(value);
