import type { auditsEndpoints } from "@/app/api/v1/audits/endpoints";

import type { RowsOf } from "../rows";
import { approved } from "../scene";

export const rows: RowsOf<typeof auditsEndpoints> = {
  "GET /audits": {
    list: true,
    call: async (scene) => {
      const { id } = await approved(scene);
      return { query: { entityId: id, limit: "100" }, holds: id };
    },
  },
};
