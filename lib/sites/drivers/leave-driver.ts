import type { Leaving } from "@/lib/core/leaving";

import { deleteFavourites } from "./store/favourites";

/** What this room does when a driver deletes their account: the places that they marked go. */
export const leaving: Leaving = async (ctx, userId) => {
  await deleteFavourites(ctx, userId);
};
