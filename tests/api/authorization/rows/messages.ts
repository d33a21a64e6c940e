import type { messagesEndpoints } from "@/app/api/v1/messages/endpoints";

import type { RowsOf } from "../rows";

export const rows: RowsOf<typeof messagesEndpoints> = {
  "GET /messages": { ownOnly: true, call: () => ({}) },
};
