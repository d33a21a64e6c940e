import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { authorize, scopeOf, type Scope } from "@/lib/core/permissions";

import { findBusiness } from "./store/figures";

/**
 * What a report is of: all that the reader may read of, or one business where a SystemAdmin names it; an office may
 * name its own. Throws `business.not_found` for one that is out of reach or not there.
 */
export async function chooseScope(
  ctx: Context,
  { businessId }: { readonly businessId?: string | undefined },
): Promise<Scope> {
  const scope = scopeOf(ctx, "report.read");
  if (businessId === undefined) return scope;
  authorize(ctx, "report.read", { businessId }, "business.not_found");
  if (!(await findBusiness(ctx, businessId))) throw fail("business.not_found");
  return { reach: "business", businessId };
}
