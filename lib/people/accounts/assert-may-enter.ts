import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { getSettings } from "@/lib/records/settings/inside";

import { eraseAfterOf, loginRefusal } from "./rules";
import type { AccountRow } from "./store/accounts";

/**
 * Whether the account's state lets its person in, who has proven to be that (product.md, User status). Throws
 * `login.deactivated`, `login.blocked`, or `login.deleted` with until when they may have the account back.
 */
export async function assertMayEnter(ctx: Context, account: AccountRow): Promise<void> {
  const refusal = loginRefusal(account.role, account.status);
  if (refusal === "login.deleted") throw fail(refusal, await eraseAfter(ctx, account));
  if (refusal) throw fail(refusal);
}

/** Until when somebody who deleted their account may have it back. */
async function eraseAfter(ctx: Context, { deletedAt }: AccountRow): Promise<{ eraseAfter: Date }> {
  const { deletionGraceDays } = await getSettings(ctx);
  return { eraseAfter: eraseAfterOf(deletedAt ?? new Date(0), deletionGraceDays) };
}
