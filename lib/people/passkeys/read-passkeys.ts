import type { Context } from "@/lib/core/context";
import { asHolder } from "@/lib/core/permissions";

import type { PasskeyView } from "./schema";
import { findPasskeys } from "./store";
import { viewPasskey } from "./view";

/** The caller's own passkeys, the oldest first. */
export async function readPasskeys(ctx: Context): Promise<PasskeyView[]> {
  const { actor } = asHolder(ctx, "account.self");
  return (await findPasskeys(ctx, actor.userId)).map(viewPasskey);
}
