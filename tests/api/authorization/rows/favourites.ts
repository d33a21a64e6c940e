import type { favouritesEndpoints } from "@/app/api/v1/favourites/endpoints";

import type { RowsOf } from "../rows";
import { api } from "../scene";

export const rows: RowsOf<typeof favouritesEndpoints> = {
  "GET /favourites": {
    list: true,
    call: async ({ owner, stationId }) => {
      await api.call("PUT", `/api/v1/stations/${stationId}/favourite`, { as: owner });
      return { holds: stationId };
    },
  },
};
