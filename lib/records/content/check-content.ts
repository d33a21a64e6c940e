import { toldInvariant } from "@/lib/records/audit/inside";

/** What is always true of this room's tables; the first versions came with the product, published. */
export const invariants = [
  toldInvariant({ entity: "Content", table: "content_pages", first: "Published" }),
];
