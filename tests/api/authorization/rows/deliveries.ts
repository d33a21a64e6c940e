import type { deliveriesEndpoints } from "@/app/api/v1/deliveries/endpoints";

import { parkedEvent } from "../../../support/parked-event";
import type { RowsOf } from "../rows";
import { api } from "../scene";

const subscriber = "notifications";

export const rows: RowsOf<typeof deliveriesEndpoints> = {
  "GET /deliveries": { ownOnly: true, call: () => ({}) },
  "POST /deliveries/{id}/retry": {
    ownOnly: true,
    call: async () => ({
      params: { id: await parkedEvent(api.db, { subscriber }) },
      body: { subscriber },
    }),
  },
};
