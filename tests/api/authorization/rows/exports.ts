import type { exportsEndpoints } from "@/app/api/v1/exports/endpoints";

import type { RowsOf } from "../rows";
import { booked } from "../scene";

export const rows: RowsOf<typeof exportsEndpoints> = {
  "GET /exports/cash.csv": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /exports/report.csv": {
    call: ({ stationId }) => ({ query: { report: "revenue", stationId } }),
  },
  "GET /exports/report.pdf": {
    call: ({ stationId }) => ({ query: { report: "no-shows", stationId } }),
  },
  "GET /exports/report.xlsx": {
    call: ({ stationId }) => ({ query: { report: "energy", stationId } }),
  },
  "GET /exports/bookings.csv": {
    list: true,
    call: async (scene) => {
      const { number } = await booked(scene);
      return { query: { search: number }, holds: number };
    },
  },
};
