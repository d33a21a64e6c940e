import type { Holdings } from "@/lib/core/holdings";

import { findSessionsOf } from "./store/own-sessions";
import { viewSession } from "./view";

/** What this room keeps of an owner; its receipts by their numbers. */
export const holdings: Holdings = async (ctx, ownerId) => ({
  sessions: (await findSessionsOf(ctx, ownerId)).map((row) => viewSession(ctx, row)),
});
