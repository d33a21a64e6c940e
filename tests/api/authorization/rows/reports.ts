import type { reportsEndpoints } from "@/app/api/v1/reports/endpoints";

import type { RowsOf } from "../rows";

export const rows: RowsOf<typeof reportsEndpoints> = {
  "GET /reports/cash": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/no-shows": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/revenue": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/starts": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/utilization": { call: ({ stationId }) => ({ query: { stationId } }) },
};
