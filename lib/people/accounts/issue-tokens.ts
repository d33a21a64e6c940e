import type { Context } from "@/lib/core/context";
import type { Contract } from "@/lib/core/contract";
import { newId, newSecret } from "@/lib/core/ids";
import { signAccessToken } from "@/lib/core/jwt";
import { dayMs } from "@/lib/core/durations";
import { getSettings } from "@/lib/records/settings/inside";

import { actorOf } from "./make-actor";
import { hashSecret } from "./rules";
import type { LoginResult } from "./schema";
import type { AccountRow } from "./store/accounts";
import { insertRefreshToken, type SessionRow } from "./store/credentials";
import { viewUser } from "./view";

/**
 * A fresh pair of tokens by the real clock, for an open login session; the refresh token never outlives that. They are
 * of the contract in which they are asked for: whoever sends them speaks it where they say no other.
 * The refresh token leaves here and is kept as a hash alone.
 */
export async function issueTokens(
  ctx: Context,
  account: AccountRow,
  session: SessionRow,
  contract: Contract | null = null,
): Promise<LoginResult> {
  const settings = await getSettings(ctx);
  const now = ctx.clock.real();
  const { businessId, stationIds, nic: ownerNic, role } = account;
  const accessToken = await signAccessToken(
    ctx.config.accessTokenKeys,
    {
      userId: account.id,
      role,
      businessId,
      stationIds,
      ownerNic,
      sessionId: session.id,
      contract: contract ?? undefined,
      tokenVersion: account.tokenVersion,
    },
    { now, lifetimeMinutes: settings.accessTokenMinutes },
  );
  const refreshToken = newSecret();
  const end = now.getTime() + settings.refreshTokenDays * dayMs;
  await insertRefreshToken(ctx, {
    id: newId(),
    userId: account.id,
    familyId: session.id,
    tokenHash: hashSecret(refreshToken),
    contract: contract === "baybook" ? null : contract,
    expiresAt: new Date(Math.min(end, session.expiresAt.getTime())),
    createdAt: now,
  });
  return {
    accessToken,
    refreshToken,
    expiresIn: settings.accessTokenMinutes * 60,
    role,
    businessId,
    backofficeId: businessId,
    operatorStationIds: [...stationIds],
    ownerNic,
    user: viewUser({ ...ctx, actor: actorOf(account) }, account),
    mustChangePassword: account.mustChangePassword,
  };
}
