import type { usersEndpoints } from "@/app/api/v1/users/endpoints";

import { makeUser } from "../../../support/world";
import { reason } from "../inputs";
import type { RowsOf } from "../rows";
import { api } from "../scene";

export const rows: RowsOf<typeof usersEndpoints> = {
  "PUT /users/{id}/block": {
    call: async () => ({
      params: { id: (await makeUser(api.db, "EvOwner")).userId },
      body: { reason },
    }),
  },
  "PUT /users/{id}/deactivate": {
    call: async () => ({
      params: { id: (await makeUser(api.db, "EvOwner")).userId },
      body: { reason },
    }),
  },
  "PUT /users/{id}/reactivate": {
    call: async () => ({
      params: { id: (await makeUser(api.db, "EvOwner", { status: "Deactivated" })).userId },
      body: {},
    }),
  },
  "POST /users/{id}/erase": {
    call: async () => ({
      params: { id: (await makeUser(api.db, "EvOwner")).userId },
      body: { reason },
    }),
  },
  "GET /users": {
    list: true,
    call: ({ owner }) => ({ query: { search: String(owner.email) }, holds: owner.userId }),
  },
};
