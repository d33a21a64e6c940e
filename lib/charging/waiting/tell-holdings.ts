import type { Holdings } from "@/lib/core/holdings";

import { findAllEntries } from "./store/entries";
import { viewWaiting } from "./view";

/** What this room keeps of an owner. */
export const holdings: Holdings = async (ctx, ownerId) => ({
  waiting: (await findAllEntries(ctx, ownerId)).map((entry) => viewWaiting(ctx, entry)),
});
