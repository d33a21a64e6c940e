import type { Context } from "@/lib/core/context";
import type { AuditEntity } from "@/lib/words";

import { markReleased } from "./store/uploads";

/**
 * Claimed → Deleted for all files of a thing, in the transaction that removes the thing or what it said of them. From
 * then on nobody opens them; the sweep removes their bytes. Returns how many.
 */
export async function releaseUploads(
  ctx: Context,
  claim: { readonly entity: AuditEntity; readonly entityId: string },
): Promise<number> {
  return markReleased(ctx, claim);
}
