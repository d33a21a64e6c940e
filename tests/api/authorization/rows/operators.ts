import { eq } from "drizzle-orm";

import type { operatorsEndpoints } from "@/app/api/v1/operators/endpoints";
import { users } from "@/db/schema/accounts";

import { person, reason } from "../inputs";
import type { RowsOf } from "../rows";
import { api, colleague } from "../scene";

export const rows: RowsOf<typeof operatorsEndpoints> = {
  "PUT /operators/{id}/deactivate": {
    call: async (scene) => ({ params: { id: (await colleague(scene)).userId }, body: { reason } }),
  },
  "PUT /operators/{id}/reactivate": {
    call: async (scene) => {
      const { userId } = await colleague(scene);
      await api.db.update(users).set({ status: "Deactivated" }).where(eq(users.id, userId));
      return { params: { id: userId }, body: {} };
    },
  },
  "GET /operators/{id}": {
    call: async (scene) => ({ params: { id: (await colleague(scene)).userId } }),
  },
  "PUT /operators/{id}": {
    call: async (scene) => ({
      params: { id: (await colleague(scene)).userId },
      body: { name: "Pat Renamed" },
    }),
  },
  "GET /operators": {
    list: true,
    call: async (scene) => {
      const { userId } = await colleague(scene);
      return { query: { stationId: scene.stationId, limit: "100" }, holds: userId };
    },
  },
  "POST /operators": {
    call: ({ businessId, stationId }) => ({
      body: { ...person(), businessId, stationIds: [stationId] },
    }),
  },
};
