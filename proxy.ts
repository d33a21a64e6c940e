import { NextResponse, type NextRequest } from "next/server";

import { preflightHeaders } from "@/lib/http/cors";
import { areaOf, homeOf, loginPath, startPath } from "@/lib/http/navigation";
import { contentSecurityPolicy, securityHeaders } from "@/lib/http/security-headers";
import {
  openSession,
  sealSession,
  sessionCookieName,
  sessionCookieOptions,
  sessionSeconds,
  type OpenedSession,
} from "@/lib/http/session-token";

/** A session that is older than this, in seconds, is sealed anew, so that whoever comes back stays signed in. */
const renewAfter = 24 * 3600;

/**
 * The coarse first gate: a role area asks for a session of its role, by the cookie alone. Every page asks the
 * database again through `page()`. Apps' live channel is led to the gateway, wherever that is now. All pages get their security headers here, with a nonce of the request's own.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (request.method === "OPTIONS" && request.nextUrl.pathname.startsWith("/api/")) {
    return new NextResponse(null, { status: 204, headers: preflightHeaders(request.headers) });
  }
  // Where the first contract has its description, in any letter case (C7).
  if (/^\/swagger(\/|$)/i.test(request.nextUrl.pathname)) {
    return NextResponse.redirect(new URL("/api/docs", request.nextUrl), 307);
  }
  const { GATEWAY_URL: gateway } = process.env;
  if (gateway && request.nextUrl.pathname === "/socket.io") {
    return NextResponse.rewrite(new URL(`/socket.io/${request.nextUrl.search}`, gateway));
  }
  const session = await openSession(request.cookies.get(sessionCookieName())?.value);
  const elsewhere = gate(request, session);
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy({ nonce });
  const response = elsewhere
    ? NextResponse.redirect(new URL(elsewhere, request.nextUrl), 307)
    : NextResponse.next({ request: { headers: inward(request, nonce, policy) } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(securityHeaders())) response.headers.set(name, value);
  if (session) await renew(response, session);
  return response;
}

/** Where a request that may not pass is sent, or one that asks where to begin: to the login, or home. */
function gate({ nextUrl }: NextRequest, session: OpenedSession | null): string | undefined {
  if (nextUrl.pathname === startPath) return session ? homeOf(session.role) : "/";
  const area = areaOf(nextUrl.pathname);
  if (!area || session?.role === area) return undefined;
  return session ? homeOf(session.role) : loginPath(nextUrl.pathname + nextUrl.search);
}

/**
 * Next takes the nonce for its own scripts from the policy; pages read it, their path and when they were asked for, in
 * milliseconds since 1970, from the request.
 */
function inward(request: NextRequest, nonce: string, policy: string): Headers {
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("Content-Security-Policy", policy);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("x-asked-at", String(Date.now()));
  return headers;
}

async function renew(response: NextResponse, session: OpenedSession): Promise<void> {
  if (Date.now() / 1000 - session.sealedAt < renewAfter) return;
  response.cookies.set(sessionCookieName(), await sealSession(session), {
    ...sessionCookieOptions(),
    maxAge: sessionSeconds,
  });
}

export const config = {
  // Pages; not the API, nor its browsable description, whose policy is its own, nor files that are the same for everybody.
  matcher: [
    "/((?!api/|_next/static|_next/image|icon|apple-icon|favicon|manifest|sw\\.js|worker\\.js|ring\\.js|leave\\.js|images/).*)",
    // A browser's question whether another site may call the API.
    { source: "/api/:path*", has: [{ type: "header", key: "access-control-request-method" }] },
  ],
};
