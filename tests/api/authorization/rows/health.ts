import type { healthEndpoints } from "@/app/api/v1/health/endpoints";

import type { RowsOf } from "../rows";

export const rows: RowsOf<typeof healthEndpoints> = {
  "GET /health/details": { ownOnly: true, call: () => ({}) },
};
