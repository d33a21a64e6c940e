import type { Context } from "@/lib/core/context";
import type { AuditEntity } from "@/lib/words";

import { markReleased } from "./store/uploads";

/**
 * Claimed → Deleted for all files of the things, or those of them that are named, in the transaction that removes them or what they show. From then on
 * nobody opens them; the sweep removes their bytes. Returns how many.
 */
export async function releaseUploads(
  ctx: Context,
  {
    entity,
    entityIds,
    only,
  }: {
    readonly entity: AuditEntity;
    readonly entityIds: readonly string[];
    readonly only?: readonly string[];
  },
): Promise<number> {
  return markReleased(ctx, { entity, entityIds, only });
}
