import type { addressesEndpoints } from "@/app/api/v1/addresses/endpoints";

import type { RowsOf } from "../rows";

export const rows: RowsOf<typeof addressesEndpoints> = {
  "GET /addresses": { ownOnly: true, call: () => ({ query: { q: "1 Quay Street" } }) },
};
