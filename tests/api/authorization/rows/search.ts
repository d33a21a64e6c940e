import type { searchEndpoints } from "@/app/api/v1/search/endpoints";

import type { RowsOf } from "../rows";
import { api, booked, startsAt } from "../scene";

export const rows: RowsOf<typeof searchEndpoints> = {
  "GET /search": {
    list: true,
    call: async (scene) => {
      const { id, number } = await booked(scene);
      // An operator finds what is of today alone.
      api.clock.set(startsAt);
      return { query: { q: String(number) }, holds: id };
    },
  },
};
