import type { businessesEndpoints } from "@/app/api/v1/businesses/endpoints";

import { fresh, id, person, reason } from "../inputs";
import type { RowsOf } from "../rows";
import { requested } from "../scene";

export const rows: RowsOf<typeof businessesEndpoints> = {
  "PUT /businesses/{id}/approve": { call: async () => ({ ...id(await requested()), body: {} }) },
  "PUT /businesses/{id}/reject": {
    call: async () => ({ ...id(await requested()), body: { reason } }),
  },
  "GET /businesses/{id}": { call: ({ businessId }) => ({ params: { id: businessId } }) },
  "GET /businesses": {
    list: true,
    call: ({ businessId }) => ({ query: { limit: "100", sort: "createdAt" }, holds: businessId }),
  },
  "POST /businesses": {
    anyone: 202,
    call: () => ({
      body: {
        businessName: `Walk ${fresh()}`,
        contact: person(),
        billing: { address: "1 Main Street, Albany", taxId: "12-3456789" },
        timeZone: "America/New_York",
      },
    }),
  },
};
