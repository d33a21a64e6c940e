import type { Holdings } from "@/lib/core/holdings";

import { viewAudits } from "./find-trail";
import { findOwnDeeds } from "./store/own-deeds";

/** What this room keeps of what a person did with what is theirs; what staff did is their business's history. */
export const holdings: Holdings = async (ctx, userId) => ({
  deeds: await viewAudits(ctx, await findOwnDeeds(ctx, userId), new Map()),
});
