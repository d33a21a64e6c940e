import type { receiptsEndpoints } from "@/app/api/v1/receipts/endpoints";

import type { RowsOf } from "../rows";
import { charged } from "../scene";

export const rows: RowsOf<typeof receiptsEndpoints> = {
  "GET /receipts/{number}": {
    call: async (scene) => ({ params: { number: (await charged(scene)).receiptNumber } }),
  },
};
