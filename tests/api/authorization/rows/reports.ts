import type { Rows } from "../rows";

export const rows: Rows = {
  "GET /reports/no-shows": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/revenue": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/starts": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/utilization": { call: ({ stationId }) => ({ query: { stationId } }) },
};
