import type { Ports } from "@/lib/core/context";

import { recordAudit } from "./record-audit";

/** What this room answers to the questions of lower ones, bound in `lib/process/wiring.ts`. */
export const ports = {
  recordAudits: (ctx, entries) => recordAudit(ctx, ...entries),
} satisfies Pick<Ports, "recordAudits">;
