import type { profileEndpoints } from "@/app/api/v1/profile/endpoints";

import type { RowsOf } from "../rows";

export const rows: RowsOf<typeof profileEndpoints> = {
  "GET /profile": { ownOnly: true, call: () => ({}) },
  "PUT /profile": { ownOnly: true, call: () => ({ body: { name: "Another Name" } }) },
  "PUT /profile/preferences": { ownOnly: true, call: () => ({ body: { language: "en" } }) },
};
