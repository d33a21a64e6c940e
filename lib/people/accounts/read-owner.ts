import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { authorize, scopeOf, type Authorized, type Permission } from "@/lib/core/permissions";

import { isNic, normalizeNic } from "./parse-login-name";
import { asOwner } from "./rules";
import type { OwnerView } from "./schema";
import { findAccount, findByNic, type AccountRow, type OwnerRow } from "./store/accounts";
import { viewOwner } from "./view";

/** An owner named by identity number, or by user id, which every `{nic}` of a path accepts too. */
export interface OwnerKey {
  readonly nic: string;
}

/**
 * The owner that the key names, if the actor holds the permission for them.
 * Throws `owner.not_found` where there is none or it is another's.
 */
export async function getOwner(
  ctx: Context,
  permission: Permission,
  key: OwnerKey,
): Promise<Authorized<OwnerRow>> {
  // A role that may never do this is told so before anything is looked up.
  scopeOf(ctx, permission);
  const { nic } = key;
  const account = await findByKey(ctx, nic);
  // An office finds strangers by what they themselves name: an id is nothing that anybody says at a desk.
  if (account && isUuid(nic) && !account.isServed) throw fail("owner.not_found");
  const owner = asOwner(account);
  return authorize(ctx, permission, { ...owner, userId: owner.id }, "owner.not_found");
}

async function findByKey(ctx: Context, key: string): Promise<AccountRow | null> {
  if (isUuid(key)) return findAccount(ctx, key);
  return isNic(key) ? findByNic(ctx, normalizeNic(key)) : null;
}

/** One owner's profile (api.md, GET owners/{nic}). Throws `owner.not_found`. */
export async function readOwner(ctx: Context, key: OwnerKey): Promise<OwnerView> {
  return viewOwner(ctx, await getOwner(ctx, "owner.read", key));
}
