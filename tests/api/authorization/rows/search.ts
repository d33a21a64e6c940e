import type { Rows } from "../rows";
import { booked } from "../scene";

export const rows: Rows = {
  "GET /search": {
    list: true,
    call: async (scene) => {
      const { id, number } = await booked(scene);
      return { query: { q: String(number) }, holds: id };
    },
  },
};
