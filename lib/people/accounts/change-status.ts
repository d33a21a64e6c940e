import { recordAudit } from "@/lib/records/audit/inside";
import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import type { Authorized } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";

import { assertReasonGiven, userMoves, type UserMove } from "./rules";
import { lockAccount, lockActiveAdmins, storeStatus, type AccountRow } from "./store/accounts";
import { closeSessions, consumeLinks } from "./store/credentials";

const events = {
  Active: "user.reactivated",
  Deactivated: "user.deactivated",
  Blocked: "user.blocked",
} as const;

/**
 * Moves a user's status along `userMoves`; in the caller's transaction. Whatever takes
 * rights away stops the user's tokens, sessions and links at once.
 * Throws `owner.reason_required`, `user.status` when the account is in another state, `user.last_admin` for the only active SystemAdmin.
 */
export async function changeStatus(
  ctx: Context,
  { id: userId, role }: Authorized<Pick<AccountRow, "id" | "role">>,
  move: UserMove,
  reason?: string,
): Promise<AccountRow> {
  const { from, to, action } = userMoves[move];
  assertReasonGiven(ctx.actor, { userId, role }, move, reason);
  // Admins first and all in one order: two who close each other's account must not wait for one another.
  const admins = role === "SystemAdmin" && to !== "Active" ? await lockActiveAdmins(ctx) : [];
  const account = await lockAccount(ctx, userId);
  if (admins.length === 1 && admins[0] === userId) throw fail("user.last_admin");
  if (!from.some((status) => status === account.status)) {
    throw fail("user.status", { status: account.status });
  }
  await storeStatus(ctx, userId, to);
  if (to !== "Active") {
    await closeSessions(ctx, account.id);
    await consumeLinks(ctx, account.id);
  }
  const ownerId = account.nic === null ? null : account.id;
  await recordAudit(ctx, {
    entity: "User",
    entityId: account.id,
    action,
    from: account.status,
    to,
    reason,
    businessId: account.businessId,
    ownerId,
  });
  await publishEvent(ctx, {
    type: events[to],
    payload: { userId: account.id, ownerId, reason: reason ?? null },
    businessId: account.businessId,
  });
  return { ...account, status: to };
}
