import type { staffEndpoints } from "@/app/api/v1/staff/endpoints";

import type { RowsOf } from "../rows";

export const rows: RowsOf<typeof staffEndpoints> = {
  "GET /staff/shift": { call: ({ stationId }) => ({ query: { stationId } }) },
};
