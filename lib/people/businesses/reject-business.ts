import { inTransaction, type Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";

import { decideBusiness } from "./decide-business";
import type { BusinessView, RejectBusiness } from "./schema";
import { viewBusiness } from "./view";

/** Turns a request down, with a reason (000-20). Throws `business.not_found` or `business.decided`. */
export async function rejectBusiness(
  ctx: Context,
  { id, reason }: { readonly id: string } & RejectBusiness,
): Promise<BusinessView> {
  const asked = { businessId: id };
  const request = authorize(ctx, "business.decide", asked, "business.not_found");
  return inTransaction(ctx, async (ctx) => {
    const business = await decideBusiness(ctx, request, "reject", reason);
    await publishEvent(ctx, {
      type: "business.rejected",
      payload: { businessId: business.id, reason },
      businessId: business.id,
    });
    return viewBusiness(business);
  });
}
