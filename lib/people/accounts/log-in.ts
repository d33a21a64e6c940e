import type { Context } from "@/lib/core/context";
import type { Contract } from "@/lib/core/contract";

import { checkCredentials } from "./check-credentials";
import { issueTokens } from "./issue-tokens";
import type { Login, LoginResult } from "./schema";

/** Logs in by email, NIC or phone; throws as `checkCredentials` does (api.md, POST auth/login). */
export async function login(ctx: Context, input: Login, contract?: Contract): Promise<LoginResult> {
  return issueTokens(ctx, await checkCredentials(ctx, input), { contract });
}
