import type { searchEndpoints } from "@/app/api/v1/search/endpoints";

import type { RowsOf } from "../rows";
import { booked } from "../scene";

export const rows: RowsOf<typeof searchEndpoints> = {
  "GET /search": {
    list: true,
    call: async (scene) => {
      const { id, number } = await booked(scene);
      return { query: { q: String(number) }, holds: id };
    },
  },
};
