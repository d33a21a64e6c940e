import { loadActor, verifyAccessToken } from "@/lib/people/accounts";
import { anonymous, type Actor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import type { Contract } from "@/lib/core/contract";
import { fail } from "@/lib/core/errors";
import { type Permission, permissions } from "@/lib/core/permissions";

import { isOwnOrigin } from "./own-origin";
import { assertSameViewer, viewerHeader } from "./page-viewer";
import { actorFromCookie } from "./session";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Who sends a request, and the contract by which their access token was given, if one was. */
export interface Sender {
  readonly actor: Actor;
  readonly contract: Contract | undefined;
  /** Whether it is a browser that must ask for a new password before anything else (product.md, User status). */
  readonly mustChangePassword?: boolean;
}

/**
 * Throws `password.change_required` where a browser's user still has the password that others gave them: pages,
 * actions and the API by cookie do nothing for them but what is about their own account, such as changing it. Apps,
 * which log in by token, are told by `mustChangePassword` and ask themselves.
 */
export function assertOwnPassword(
  { mustChangePassword }: Pick<Sender, "mustChangePassword">,
  permission: Permission,
): void {
  const isTheirs = permission === "account.self" || permissions[permission] === "public";
  if (mustChangePassword && !isTheirs) throw fail("password.change_required");
}

/**
 * Who sends the request: by bearer token, else by the browser's session cookie, else nobody. With the cookie, a
 * change must come from this site (api.md, Auth), and a page's script may say whose page it is. Throws Unauthorized for
 * a token that does not hold.
 */
export async function authenticate(ctx: Context, request: Request): Promise<Sender> {
  const header = request.headers.get("authorization");
  if (header !== null) {
    const token = /^Bearer ([\w.~+/=-]+)$/i.exec(header)?.[1];
    if (!token) throw fail("auth.token_invalid");
    const proof = await verifyAccessToken(ctx, token);
    return { actor: await loadActor(ctx, proof), contract: proof.contract };
  }
  const cookie = request.headers.get("cookie");
  const actor = cookie ? await actorFromCookie(ctx, cookie) : null;
  if (!actor) return { actor: anonymous, contract: undefined };
  if (!safeMethods.has(request.method) && !isSameOrigin(ctx, request)) throw fail("request.origin");
  assertSameViewer({ actor }, request.headers.get(viewerHeader) ?? undefined);
  return { actor, contract: undefined, mustChangePassword: actor.mustChangePassword };
}

function isSameOrigin(ctx: Context, request: Request): boolean {
  const origin = request.headers.get("origin");
  if (!origin) return false;
  return isOwnOrigin(origin, request.headers.get("host"), ctx.config.baseUrl);
}
