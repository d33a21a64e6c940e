import type { Context } from "@/lib/core/context";
import type { AccessProof } from "@/lib/core/jwt";
import { openTo } from "@/lib/core/permissions";

import { endSession } from "./store/credentials";

/**
 * Signs a browser out: ends the login session that its cookie proves, so that a copy of the cookie opens nothing
 * either. The cookie alone is asked for, so that one may leave whatever became of the account.
 */
export async function signOut(ctx: Context, { sessionId }: AccessProof): Promise<void> {
  openTo(ctx, "account.login");
  await endSession(ctx, sessionId);
}
