import type { operatorEndpoints } from "@/app/api/v1/operator/endpoints";

import type { RowsOf } from "../rows";
import { charging } from "../scene";

export const rows: RowsOf<typeof operatorEndpoints> = {
  "GET /operator/queue": {
    list: true,
    call: async (scene) => {
      const { id } = await charging(scene);
      return { query: { stationId: scene.stationId }, holds: id };
    },
  },
};
