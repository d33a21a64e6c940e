import { inTransaction, type Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/permissions";

import { decideBusiness, lockRequest } from "./decide-business";
import type { BusinessView, RejectBusiness } from "./schema";
import { viewBusiness } from "./view";

/** Turns a request down, with a reason (000-20). Throws `business.not_found` or `business.decided`. */
export async function rejectBusiness(
  ctx: Context,
  { id, reason }: { readonly id: string } & RejectBusiness,
): Promise<BusinessView> {
  const asked = { id, businessId: id };
  const request = authorize(ctx, "business.decide", asked, "business.not_found");
  return inTransaction(ctx, async (ctx) => {
    const business = await decideBusiness(ctx, await lockRequest(ctx, request), {
      action: "reject",
      reason,
      payload: ({ thing }) => ({ businessId: thing.id, reason }),
    });
    return viewBusiness(ctx, business);
  });
}
