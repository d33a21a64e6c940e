import { recordAudit } from "@/lib/records/audit/inside";
import { changesOf } from "@/lib/core/changes";
import { inTransaction, type Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { publishEvent } from "@/lib/records/outbox/inside";

import { keepPhone } from "./keep-phone";
import { getOwner, type OwnerKey } from "./read-owner";
import { asOwner } from "./rules";
import type { OwnerView, UpdateOwner } from "./schema";
import { findAccount, lockAccount } from "./store/accounts";
import { updatePerson } from "./store/people";
import { viewOwner } from "./view";

/**
 * Changes the own profile; what is not named stays. Throws `owner.not_found`, `owner.nic_fixed` for another identity
 * number than theirs, and `user.email_taken` or
 * `owner.phone_taken` at the field.
 */
export async function updateOwner(
  ctx: Context,
  key: OwnerKey,
  { nic, ...given }: UpdateOwner,
): Promise<OwnerView> {
  return inTransaction(ctx, async (ctx) => {
    const { id } = await getOwner(ctx, "owner.update", key);
    const owner = asOwner(await lockAccount(ctx, id));
    if (nic !== undefined && nic !== owner.nic) throw failField("owner.nic_fixed", "nic");
    const phone = await keepPhone(ctx, { typed: given.phone, stored: owner.phone });
    const patch = { ...given, phone };
    const changes = changesOf(owner, patch);
    if (Object.keys(changes).length === 0) return viewOwner(ctx, owner);
    const { vehiclePlate, ...person } = patch;
    await updatePerson(ctx, id, person);
    if (vehiclePlate !== undefined) await ctx.ports.keepPlate(ctx, id, vehiclePlate);
    await recordAudit(ctx, {
      entity: "User",
      entityId: id,
      action: "Update",
      changes,
      ownerId: id,
    });
    await publishEvent(ctx, { type: "user.changed", payload: { userId: id, ownerId: id } });
    return viewOwner(ctx, asOwner(await findAccount(ctx, id)));
  });
}
