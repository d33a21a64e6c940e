import type { Invariant } from "@/lib/core/invariant";
import { toldInvariant } from "@/lib/records/audit/inside";

/** What is always true of this room's tables; that each held place is counted, the slots' own say. */
export const invariants: readonly Invariant[] = [
  toldInvariant({ entity: "Waiting", table: "waiting" }),
];
