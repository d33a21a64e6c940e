import type { Rows } from "../rows";
import { booked } from "../scene";

export const rows: Rows = {
  "GET /exports/bookings.csv": {
    list: true,
    call: async (scene) => {
      const { number } = await booked(scene);
      return { query: { search: number }, holds: number };
    },
  },
};
