import type { Invariant } from "@/lib/core/invariant";

import { findOrphans } from "./store/personal";
import { verifyAudits } from "./verify-audits";

/** What is always true of this room's tables. */
export const invariants: readonly Invariant[] = [
  {
    name: "audits: every sealed record is as it was sealed",
    find: async (ctx) => {
      const { differences } = await verifyAudits(ctx);
      return differences.map(
        ({ chain, seal, auditId, what }) =>
          `chain ${chain}, seal ${seal}${auditId ? `, record ${auditId}` : ""}: ${what}`,
      );
    },
  },
  {
    name: "audits: every personal value has its record",
    find: async (ctx) => {
      const orphans = await findOrphans(ctx);
      return orphans.map(
        ({ auditId, field }) => `${field} of record ${auditId}, which is not there`,
      );
    },
  },
];
