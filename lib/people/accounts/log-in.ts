import type { Context } from "@/lib/core/context";
import type { Contract } from "@/lib/core/contract";

import { checkCredentials } from "./check-credentials";
import { issueTokens } from "./issue-tokens";
import type { Login, LoginResult } from "./schema";
import { startSession } from "./start-session";

/** Logs in by email, NIC or phone; throws as `checkCredentials` does (api.md, POST auth/login). */
export async function login(ctx: Context, input: Login, contract?: Contract): Promise<LoginResult> {
  const account = await checkCredentials(ctx, input);
  return issueTokens(ctx, account, await startSession(ctx, account.id), contract);
}
