import type { Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";

import { findBusiness } from "./store";

/** Throws `business.not_found` or `business.not_active`, at `businessId`, unless the business is Active. */
export async function assertBusinessActive(ctx: Context, businessId: string): Promise<void> {
  const business = isUuid(businessId) ? await findBusiness(ctx, businessId) : null;
  if (!business) throw failField("business.not_found", "businessId");
  if (business.status !== "Active") throw failField("business.not_active", "businessId");
}
