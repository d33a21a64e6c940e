import type { Eraser } from "@/lib/core/eraser";

import { eraseDriver } from "./store/erasure";

/** How this room forgets a person: of a car nothing stays but the id that bookings have. */
export const eraser: Eraser = {
  columns: {
    "vehicles.user_id": "Plate, make, model, year and what else is known of the car go.",
    "favourites.user_id": "Removed.",
  },
  erase: eraseDriver,
};
