import type { messagesEndpoints } from "@/app/api/v1/messages/endpoints";

import { parkedMessage } from "../../../support/parked-message";
import type { RowsOf } from "../rows";
import { api } from "../scene";

export const rows: RowsOf<typeof messagesEndpoints> = {
  "GET /messages": { ownOnly: true, call: () => ({}) },
  "POST /messages/retry-all": {
    ownOnly: true,
    call: async () => {
      await parkedMessage(api.db);
      return {};
    },
  },
  "POST /messages/{id}/retry": {
    ownOnly: true,
    call: async () => ({ params: { id: await parkedMessage(api.db) } }),
  },
};
