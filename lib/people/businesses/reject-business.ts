import { inTransaction, type Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";

import { decideBusiness } from "./decide-business";
import type { BusinessView, RejectBusiness } from "./schema";
import { viewBusiness } from "./view";

/** Turns a request down, with a reason (000-20). Throws `business.not_found` or `business.decided`. */
export async function rejectBusiness(
  ctx: Context,
  { id, reason }: { readonly id: string } & RejectBusiness,
): Promise<BusinessView> {
  scopeOf(ctx, "business.decide");
  return inTransaction(ctx, async (ctx) => {
    const business = await decideBusiness(ctx, id, "reject", reason);
    await publishEvent(ctx, {
      type: "business.rejected",
      payload: { businessId: business.id, reason },
      businessId: business.id,
    });
    return viewBusiness(business);
  });
}
