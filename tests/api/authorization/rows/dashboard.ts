import type { Rows } from "../rows";

export const rows: Rows = {
  "GET /dashboard": { ownOnly: true, call: () => ({}) },
};
