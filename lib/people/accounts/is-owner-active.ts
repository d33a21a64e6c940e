import type { Context } from "@/lib/core/context";

import { findAccount } from "./store/accounts";

/** Whether the owner's account is Active now; a deactivated or blocked one books and charges nothing. */
export async function isOwnerActive(ctx: Context, userId: string): Promise<boolean> {
  return (await findAccount(ctx, userId))?.status === "Active";
}
