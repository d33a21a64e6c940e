import { mostCounted } from "@/lib/core/pages";

/** What a list says of its pages (api.md, Success). */
export const paginationSchema = {
  type: "object",
  properties: {
    total: { type: "integer", description: `Exact up to ${mostCounted}.` },
    totalIsCapped: { const: true, description: "There where there are more than `total` says." },
    page: { type: "integer" },
    limit: { type: "integer" },
    totalPages: { type: "integer", description: "Of as many as `total` says." },
    hasNext: { type: "boolean" },
    hasPrev: { type: "boolean" },
  },
};
