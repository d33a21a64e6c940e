import type { Context } from "@/lib/core/context";
import { recordAudit } from "@/lib/records/audit/inside";
import { publishEvent } from "@/lib/records/outbox/inside";

import { ownerIdOf } from "./rules";
import type { AccountRow } from "./store/accounts";

/** Records what somebody changed of their own account, and tells whoever lists it. The caller holds a transaction. */
export async function recordOwnChange(
  ctx: Context,
  account: AccountRow,
  changes: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { id, businessId } = account;
  const ownerId = ownerIdOf(account);
  await recordAudit(ctx, {
    entity: "User",
    entityId: id,
    action: "Update",
    changes,
    businessId,
    ownerId,
  });
  await publishEvent(ctx, {
    type: "user.changed",
    payload: { userId: id, ...(ownerId !== null && { ownerId }) },
    businessId,
  });
}
