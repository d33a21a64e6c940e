import type { reportsEndpoints } from "@/app/api/v1/reports/endpoints";

import type { RowsOf } from "../rows";

export const rows: RowsOf<typeof reportsEndpoints> = {
  "GET /reports/cash": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/bookings": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/cancellations": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/energy": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/no-shows": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/owners": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/revenue": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/starts": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/stations": { ownOnly: true, call: () => ({ query: { limit: "3" } }) },
  "GET /reports/utilization": { call: ({ stationId }) => ({ query: { stationId } }) },
};
