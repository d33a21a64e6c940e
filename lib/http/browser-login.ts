import NextAuth, { type AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { NextRequest } from "next/server";

import { signIn, signOut } from "@/lib/people/accounts";
import { Login } from "@/lib/people/accounts/schema";
import { anonymous } from "@/lib/core/actor";

import { addressOf } from "./address";
import { requestContext } from "@/lib/process/context";
import { countTry } from "./login-tries";
import { assertWithinLimit, limitExceeded } from "./rate-limits";
import { translateRefusal } from "./translate-refusal";
import { describeRefusal } from "./refusal";
import {
  type BrowserSession,
  claimsOf,
  isSecureSite,
  sessionCookieName,
  sessionCookieOptions,
  sessionOf,
  sessionSecret,
  sessionSeconds,
} from "./session-token";
import { parseInput } from "./validation";

/**
 * The browser's login: the API's rules, limits and words. A refusal is thrown as JSON `{ code, message }`, which
 * next-auth hands to the form in its `error` parameter (`components/account/sign-in.ts`).
 */
async function authorize(
  credentials: Record<"username" | "password", string> | undefined,
  request: { headers?: Record<string, string> },
) {
  try {
    const { username, password } = credentials ?? {};
    const ctx = await requestContext(anonymous);
    const address = addressOf(new Headers(request.headers));
    await assertWithinLimit(ctx, "login", { address });
    const login = parseInput(Login, { username, password });
    const counted = await countTry(ctx, "login", { username: login.username, address });
    if (counted?.state.exceeded) throw limitExceeded(counted.state);
    const session = await signIn(ctx, login);
    await counted?.forgive();
    return { id: session.userId, session };
  } catch (error) {
    const { code, message } = await translateRefusal(describeRefusal(error));
    throw new Error(JSON.stringify({ code, message }), { cause: error });
  }
}

/** next-auth keeps the cookie; what is in it, and that the database is asked each time, is ours. */
function options(): AuthOptions {
  return {
    secret: sessionSecret(),
    useSecureCookies: isSecureSite(),
    session: { strategy: "jwt", maxAge: sessionSeconds },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    pages: { signIn: "/login", signOut: "/login", error: "/login" },
    providers: [
      Credentials({
        credentials: { username: { label: "Email, NIC or phone" }, password: { type: "password" } },
        authorize,
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (isSignedIn(user) ? claimsOf(user.session) : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: { signOut: ({ token }) => leave(token) },
  };
}

/** What `authorize` answered, which next-auth hands on at the login alone. */
const isSignedIn = (user: object | undefined): user is { readonly session: BrowserSession } =>
  user !== undefined && "session" in user;

/** Ends the login session at next-auth's own address for signing out, too. */
async function leave(claims: Readonly<Record<string, unknown>>): Promise<void> {
  const session = sessionOf(claims);
  if (session) await signOut(await requestContext(anonymous), session);
}

/** The first part of next-auth's own addresses under /api/auth. */
const ownAddresses = new Set(
  "_log callback csrf error providers session signin signout verify-request".split(" "),
);

/** Whether the address under /api/auth is next-auth's, by the only letter case that it knows. */
export const isBrowserLogin = ([first = ""]: readonly string[]): boolean => ownAddresses.has(first);

/** next-auth's routes under /api/auth: csrf, callback/credentials, session, signout. */
export async function handleBrowserLogin(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  return (await NextAuth(request, context, options())) as Response;
}
