import type { Leaving } from "@/lib/core/leaving";

import { deleteRinging } from "./store/devices";

/** What this room does when a person deletes their account: nothing rings for them any more. */
export const leaving: Leaving = async (ctx, userId) => {
  await deleteRinging(ctx, userId);
};
