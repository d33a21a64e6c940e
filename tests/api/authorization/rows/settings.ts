import type { Rows } from "../rows";

export const rows: Rows = {
  "GET /settings": { call: ({ businessId }) => ({ query: { businessId } }) },
  "PUT /settings": {
    call: ({ businessId }) => ({
      body: { scope: "Business", businessId, values: { maxDaysAhead: 7 } },
    }),
  },
};
