import type { Eraser } from "@/lib/core/eraser";

import { eraseBookings } from "./store/erasure";

/** How this room forgets a person: bookings stay as what a place was taken for, without the plate. */
export const eraser: Eraser = {
  columns: {
    "bookings.owner_id": "Times, station, status and price stay under the id; the plate goes.",
  },
  erase: eraseBookings,
};
