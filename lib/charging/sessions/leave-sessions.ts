import { fail } from "@/lib/core/errors";
import type { Leaving } from "@/lib/core/leaving";

import { isCharging } from "./store/own-sessions";

/** What this room does when an owner deletes their account: it refuses while a car of theirs charges. */
export const leaving: Leaving = async (ctx, ownerId) => {
  if (await isCharging(ctx, ownerId)) throw fail("session.running");
};
