import type { Rows } from "../rows";
import { approved } from "../scene";

export const rows: Rows = {
  "GET /audits": {
    list: true,
    call: async (scene) => {
      const { id } = await approved(scene);
      return { query: { entityId: id, limit: "100" }, holds: id };
    },
  },
};
