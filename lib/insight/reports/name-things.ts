import type { Context } from "@/lib/core/context";
import type { AuditedThing } from "@/lib/records/audit/inside";

import { findNames } from "./store/names";

/**
 * What things are called now, by their ids, for the audit records about them that the actor may see. A booking is
 * called by its number, a session by its booking's; a setting by what it is of, and the platform's has no name.
 */
export async function nameThings(
  ctx: Context,
  things: readonly AuditedThing[],
): Promise<Map<string, string>> {
  return findNames(ctx, things);
}
