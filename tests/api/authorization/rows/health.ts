import type { Rows } from "../rows";

export const rows: Rows = {
  "GET /health/details": { ownOnly: true, call: () => ({}) },
};
