import { recordAudit } from "@/lib/records/audit/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { publishEvent } from "@/lib/records/outbox/inside";

import { keepPhone } from "./keep-phone";
import { getOwner, type OwnerKey } from "./read-owner";
import { asOwner, changesOf } from "./rules";
import type { OwnerView, UpdateOwner } from "./schema";
import { findAccount, lockAccount } from "./store/accounts";
import { updatePerson, updatePlate } from "./store/people";
import { viewOwner } from "./view";

/**
 * Changes the own profile; what is not named stays. Throws `owner.not_found`, and `user.email_taken` or
 * `owner.phone_taken` at the field.
 */
export async function updateOwner(
  ctx: Context,
  { nic, ...given }: OwnerKey & UpdateOwner,
): Promise<OwnerView> {
  return inTransaction(ctx, async (ctx) => {
    const { id } = await getOwner(ctx, "owner.update", { nic });
    const owner = asOwner(await lockAccount(ctx, id));
    const phone = await keepPhone(ctx, { typed: given.phone, stored: owner.phone });
    const patch = { ...given, phone };
    const changes = changesOf(owner, patch);
    if (Object.keys(changes).length === 0) return viewOwner(ctx, owner);
    const { vehiclePlate, ...person } = patch;
    await updatePerson(ctx, id, person);
    if (vehiclePlate !== undefined) await updatePlate(ctx, id, vehiclePlate);
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
