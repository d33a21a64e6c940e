import type { Rows } from "../rows";

export const rows: Rows = {
  "GET /addresses": { ownOnly: true, call: () => ({ query: { q: "1 Quay Street" } }) },
};
