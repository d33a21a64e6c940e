import type { settingsEndpoints } from "@/app/api/v1/settings/endpoints";

import type { RowsOf } from "../rows";

export const rows: RowsOf<typeof settingsEndpoints> = {
  "GET /settings": { call: ({ businessId }) => ({ query: { businessId } }) },
  "PUT /settings": {
    call: ({ businessId }) => ({
      body: { scope: "Business", businessId, values: { maxDaysAhead: 7 } },
    }),
  },
};
