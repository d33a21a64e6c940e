import type { suggestionsEndpoints } from "@/app/api/v1/suggestions/endpoints";

import type { RowsOf } from "../rows";

export const rows: RowsOf<typeof suggestionsEndpoints> = {
  "GET /suggestions": { ownOnly: true, call: () => ({ query: { near: "42.6526,-73.7562" } }) },
  "GET /suggestions/operations": { call: ({ stationId }) => ({ query: { stationId } }) },
};
