import type { UserActor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";

import { actorOf } from "./make-actor";
import { loginRefusal } from "./rules";
import { findAccount } from "./store/accounts";

/** The person with the rights that they have now, for what they asked to be done later; null for who may not sign in. */
export async function findActor(ctx: Context, userId: string): Promise<UserActor | null> {
  const account = await findAccount(ctx, userId);
  return account && loginRefusal(account.role, account.status) === null ? actorOf(account) : null;
}
