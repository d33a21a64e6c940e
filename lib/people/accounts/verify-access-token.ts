import { isUuid } from "@/lib/core/ids";
import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { openTo } from "@/lib/core/permissions";
import { readAccessToken, type TokenProof } from "@/lib/core/jwt";

/** Reads a bearer token by the real clock; throws `auth.token_invalid`. The database is not asked. */
export async function verifyAccessToken(ctx: Context, token: string): Promise<TokenProof> {
  openTo(ctx, "account.login");
  const proof = await readAccessToken(ctx.config.accessTokenKeys, token, ctx.clock.real());
  if (!isUuid(proof.userId) || !isUuid(proof.sessionId)) throw fail("auth.token_invalid");
  return proof;
}
