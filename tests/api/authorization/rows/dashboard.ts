import type { dashboardEndpoints } from "@/app/api/v1/dashboard/endpoints";

import type { RowsOf } from "../rows";

export const rows: RowsOf<typeof dashboardEndpoints> = {
  "GET /dashboard": { ownOnly: true, call: () => ({}) },
  "GET /dashboard/stats": { ownOnly: true, call: () => ({}) },
};
