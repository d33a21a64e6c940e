import NextAuth, { type AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { NextRequest } from "next/server";

import { signIn, signOut } from "@/lib/people/accounts";
import { Login } from "@/lib/people/accounts/schema";
import { anonymous } from "@/lib/core/actor";
import { fail } from "@/lib/core/errors";

import { addressed, addressOf } from "./address";
import { requestContext } from "@/lib/process/context";
import { countTry } from "./login-tries";
import { assertState, assertWithinLimit } from "./rate-limits";
import { readerOf } from "./reader-locale";
import { translateRefusal } from "./translate-refusal";
import { describeRefusal, refuse } from "./refusal";
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
    const headers = new Headers(request.headers);
    const known = await requestContext(anonymous);
    const ctx = { ...known, ...readerOf(known, headers) };
    const address = addressOf(headers);
    await assertWithinLimit(ctx, "login", { address });
    const login = parseInput(Login, { username, password });
    const counted = await countTry(ctx, "login", { username: login.username, address });
    assertState(counted?.state ?? null);
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
      // Never another site, and never a failure for an address that is none.
      redirect: ({ url, baseUrl }) =>
        URL.canParse(url, baseUrl) && new URL(url, baseUrl).origin === baseUrl
          ? new URL(url, baseUrl).href
          : baseUrl,
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

/** next-auth's routes under /api/auth: csrf, callback/credentials, session, signout. Never throws. */
export async function handleBrowserLogin(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  try {
    const ctx = await requestContext(anonymous);
    await assertWithinLimit(ctx, "default", addressed(request));
    const known = request.cookies.get(returnCookieName())?.value;
    if (known && !URL.canParse(known, ctx.config.baseUrl)) return forgetReturn(request);
    // Where to go on is for the login page to say; next-auth fails at one that it cannot read.
    const url = new URL(request.url);
    url.searchParams.delete("callbackUrl");
    return (await NextAuth(new NextRequest(url, request), context, options())) as Response;
  } catch (error) {
    return refuse(request, error);
  }
}

/** The cookie in which next-auth keeps where to go on. */
const returnCookieName = () => `${isSecureSite() ? "__Secure-" : ""}next-auth.callback-url`;

/** Takes away a cookie with which next-auth fails each time. */
function forgetReturn(request: NextRequest): Response {
  const cookie = `${returnCookieName()}=; Path=/; Max-Age=0${isSecureSite() ? "; Secure" : ""}`;
  return refuse(request, fail("request.malformed", { why: "bad_cookie" }), {
    "Set-Cookie": cookie,
  });
}
