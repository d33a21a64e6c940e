import type { Role } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import type { AccessProof } from "@/lib/core/jwt";

import { checkCredentials } from "./check-credentials";
import type { Login } from "./schema";
import { startSession } from "./start-session";

/** Signs a browser in: a login session, and whose it is. Throws as `checkCredentials` does. */
export async function signIn(
  ctx: Context,
  input: Login,
): Promise<AccessProof & { readonly role: Role }> {
  const { id: userId, role, tokenVersion } = await checkCredentials(ctx, input);
  const { id: sessionId } = await startSession(ctx, userId);
  return { userId, role, tokenVersion, sessionId };
}
