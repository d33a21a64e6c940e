import type { Holdings } from "@/lib/core/holdings";

import { findMarked } from "./store/favourites";
import { findVehicles } from "./store/vehicles";
import { viewVehicle } from "./view";

/** What this room keeps of a driver. */
export const holdings: Holdings = async (ctx, userId) => ({
  vehicles: (await findVehicles(ctx, userId)).map(viewVehicle),
  favourites: await findMarked(ctx, userId),
});
