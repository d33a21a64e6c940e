import type { UserActor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { recordAudit } from "@/lib/records/audit/inside";
import { publishEvent } from "@/lib/records/outbox/inside";

import type { words } from "./words";

/** Whose passkey it is. */
export type PasskeyOwner = Pick<UserActor, "userId" | "businessId" | "role">;

/** Writes down what became of a passkey, in the caller's transaction, and tells of what opens the account or no more. */
export async function recordPasskey(
  ctx: Context,
  { userId, businessId, role }: PasskeyOwner,
  told: {
    readonly id: string;
    readonly action: (typeof words)["audited"]["actions"][number];
    readonly name?: string;
    /** Whether it went with a new password. */
    readonly withPassword?: boolean;
  },
): Promise<void> {
  const { id, action, name, withPassword = false } = told;
  await recordAudit(ctx, {
    entity: "Passkey",
    entityId: id,
    action,
    ...(name !== undefined && { changes: { name } }),
    businessId,
    ownerId: role === "EvOwner" ? userId : null,
  });
  const about = { passkeyId: id, userId };
  if (action === "Create") {
    await publishEvent(ctx, { type: "passkey.added", payload: about, businessId });
  }
  if (action === "Remove") {
    const payload = { ...about, withPassword };
    await publishEvent(ctx, { type: "passkey.removed", payload, businessId });
  }
}
