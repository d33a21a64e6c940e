import type { Rows } from "../rows";
import { charged } from "../scene";

export const rows: Rows = {
  "GET /receipts/{number}": {
    call: async (scene) => ({ params: { number: (await charged(scene)).receiptNumber } }),
  },
};
