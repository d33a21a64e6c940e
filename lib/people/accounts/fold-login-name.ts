import type { Context } from "@/lib/core/context";
import { openTo } from "@/lib/core/permissions";

import { readLoginName } from "./rules";

/** A user name in its one spelling, so that a limit per account cannot be dodged by typing it differently. */
export function foldLoginName(ctx: Context, username: string): string {
  openTo(ctx, "account.login");
  const [name = ""] = Object.values(readLoginName(username));
  return name;
}
