import { changesOf } from "@/lib/core/changes";
import { inTransaction, type Context } from "@/lib/core/context";
import { failField, failInput } from "@/lib/core/errors";

import { keepPhone } from "./keep-phone";
import { getSelf, readMe } from "./read-me";
import { isNic, normalizeNic } from "./parse-login-name";
import { recordOwnChange } from "./record-own-change";
import type { MeView, UpdateProfile } from "./schema";
import { lockAccount, type AccountRow } from "./store/accounts";
import { updateNic, updatePerson } from "./store/people";

/**
 * Changes the own account, whatever its role; what is not named stays. An owner without an identity number gives one
 * here, once. Throws `user.email_taken`, `owner.phone_taken`, `owner.nic_taken`, `owner.nic_fixed` or
 * `request.invalid` at the field.
 */
export async function updateProfile(
  ctx: Context,
  { nic, country, ...patch }: UpdateProfile,
): Promise<MeView> {
  return inTransaction(ctx, async (ctx) => {
    const self = await lockAccount(ctx, (await getSelf(ctx)).id);
    const given = nic === undefined ? null : givenNic(self, nic, country);
    const phone =
      patch.phone === undefined
        ? undefined
        : await keepPhone(ctx, { typed: patch.phone, stored: self.phone });
    const person = { ...patch, phone };
    const changes = { ...changesOf(self, person), ...changesOf(self, given ?? {}) };
    if (Object.keys(changes).length === 0) return readMe(ctx);
    await updatePerson(ctx, self.id, person);
    if (given) await updateNic(ctx, self.id, given);
    await recordOwnChange(ctx, self, changes);
    return readMe(ctx);
  });
}

/** The number to be kept; null where it is theirs already. */
function givenNic(self: AccountRow, nic: string, country: UpdateProfile["country"] = "LK") {
  if (self.nic === normalizeNic(nic)) return null;
  if (self.role !== "EvOwner" || self.nic !== null) throw failField("owner.nic_fixed", "nic");
  if (!isNic(nic, country)) throw failInput([{ field: "nic", code: "nic_lk" }]);
  return { nic: normalizeNic(nic), country };
}
