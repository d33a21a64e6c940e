import type { UserActor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { recordAudit } from "@/lib/records/audit/inside";

import type { words } from "./words";

/** Writes down what became of a passkey, in the caller's transaction. */
export async function recordPasskey(
  ctx: Context,
  { userId, businessId, role }: UserActor,
  told: {
    readonly id: string;
    readonly action: (typeof words)["audited"]["actions"][number];
    readonly name?: string;
  },
): Promise<void> {
  const { id, action, name } = told;
  await recordAudit(ctx, {
    entity: "Passkey",
    entityId: id,
    action,
    ...(name !== undefined && { changes: { name } }),
    businessId,
    ownerId: role === "EvOwner" ? userId : null,
  });
}
