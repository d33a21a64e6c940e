import { toldInvariant } from "@/lib/records/audit/inside";

/** What is always true of this room's tables. */
export const invariants = [toldInvariant({ entity: "User", table: "users", first: "Active" })];
