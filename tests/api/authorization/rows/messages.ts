import type { Rows } from "../rows";

export const rows: Rows = {
  "GET /messages": { ownOnly: true, call: () => ({}) },
};
