import type { Holdings } from "@/lib/core/holdings";

import { findPasskeys } from "./store";
import { viewPasskey } from "./view";

/** What this room keeps of a person; the keys themselves say nothing of them. */
export const holdings: Holdings = async (ctx, userId) => ({
  passkeys: (await findPasskeys(ctx, userId)).map(viewPasskey),
});
