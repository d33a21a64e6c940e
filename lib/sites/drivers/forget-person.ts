import type { Eraser } from "@/lib/core/eraser";

import { releasePhotos } from "./release-photos";
import { eraseDriver } from "./store/erasure";

/** How this room forgets a person: of a car nothing stays but the id that bookings have. */
export const eraser: Eraser = {
  columns: {
    "vehicles.user_id": "Plate, make, model, year, picture and what else is known of the car go.",
    "favourites.user_id": "Removed.",
  },
  erase: async (ctx, person) => {
    const { counts, vehicleIds } = await eraseDriver(ctx, person);
    await releasePhotos(ctx, vehicleIds);
    return counts;
  },
};
