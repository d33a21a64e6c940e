import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { authorize } from "@/lib/core/permissions";

import type { BusinessView } from "./schema";
import { findBusiness } from "./store";
import { viewBusiness } from "./view";

/** One business: any for a SystemAdmin, the own for its office. Throws `business.not_found`. */
export async function readBusiness(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<BusinessView> {
  authorize(ctx, "business.read", { businessId: id.toLowerCase() }, "business.not_found");
  const row = isUuid(id) ? await findBusiness(ctx, id) : null;
  if (!row) throw fail("business.not_found");
  return viewBusiness(ctx, row);
}
