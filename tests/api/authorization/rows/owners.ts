import { eq } from "drizzle-orm";

import type { ownersEndpoints } from "@/app/api/v1/owners/endpoints";
import { users } from "@/db/schema/accounts";

import { newNic, nic, password, person, reason } from "../inputs";
import type { RowsOf } from "../rows";
import { api, servedBefore } from "../scene";

export const rows: RowsOf<typeof ownersEndpoints> = {
  "PUT /owners/{nic}/deactivate": {
    call: async (scene) => {
      await servedBefore(scene);
      return { ...nic(scene), body: { reason } };
    },
  },
  "PUT /owners/{nic}/reactivate": {
    call: async (scene) => {
      const { userId } = scene.owner;
      await api.db.update(users).set({ status: "Deactivated" }).where(eq(users.id, userId));
      return { ...nic(scene), body: {} };
    },
  },
  "GET /owners/{nic}": { call: nic },
  "PUT /owners/{nic}": { call: (scene) => ({ ...nic(scene), body: { name: "Pat Renamed" } }) },
  "GET /owners": {
    list: true,
    call: ({ owner }) => ({ query: { search: String(owner.ownerNic) }, holds: owner.userId }),
  },
  "POST /owners": {
    anyone: 201,
    call: () => ({
      body: { ...person(), nic: newNic(), password },
    }),
  },
};
