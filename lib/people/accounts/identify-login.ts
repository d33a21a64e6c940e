import type { Context } from "@/lib/core/context";
import { openTo } from "@/lib/core/permissions";

import { findLogin } from "./find-login";

/**
 * Whose login a user name tries: the account's id, by whichever of its names, or the name in its one spelling where
 * nobody has it. So a limit per account can be dodged neither by another name nor by typing it differently.
 */
export async function identifyLogin(ctx: Context, username: string): Promise<string> {
  openTo(ctx, "account.login");
  const { name, account } = await findLogin(ctx, username);
  const [spelling = ""] = Object.values(name);
  return account?.id ?? spelling;
}
