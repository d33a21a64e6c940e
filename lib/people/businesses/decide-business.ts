import { recordAudit } from "@/lib/records/audit/inside";
import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import type { Authorized } from "@/lib/core/permissions";
import { asHolder } from "@/lib/core/permissions";

import { decisions } from "./rules";
import { findBusiness, storeDecision, type BusinessRow } from "./store";

/**
 * Stores and records a decision, once, in the caller's transaction.
 * Throws `business.not_found`, or `business.decided` when somebody was first.
 */
export async function decideBusiness(
  ctx: Context,
  { businessId: id }: Authorized<{ readonly businessId: string }>,
  decision: keyof typeof decisions,
  reason?: string,
): Promise<BusinessRow> {
  const { from, to } = decisions[decision];
  if (!isUuid(id)) throw fail("business.not_found");
  const decidedBy = asHolder(ctx, "business.decide").actor.userId;
  const row = await storeDecision(ctx, id, { from, to, decidedBy, rejectionReason: reason });
  if (!row) {
    const known = await findBusiness(ctx, id);
    throw known ? fail("business.decided", { status: known.status }) : fail("business.not_found");
  }
  await recordAudit(ctx, {
    entity: "Business",
    entityId: row.id,
    action: decision === "approve" ? "Approve" : "Reject",
    from,
    to,
    reason,
    businessId: row.id,
  });
  return row;
}
