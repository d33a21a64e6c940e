import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { asHolder, stillAuthorized, type Authorized } from "@/lib/core/permissions";
import { transition, type Deed } from "@/lib/core/transitions";

import { businessMachine } from "./rules";
import { lockBusinessRow, storeDecision, type BusinessRow } from "./store";

/** The requested business, kept from others. Throws `business.not_found`. */
export async function lockRequest(
  ctx: Context,
  asked: Authorized<{ readonly id: string }>,
): Promise<Authorized<BusinessRow>> {
  const row = isUuid(asked.id) ? await lockBusinessRow(ctx, asked.id) : null;
  if (!row) throw fail("business.not_found");
  return stillAuthorized({ ...asked, id: row.id } as typeof asked, row);
}

type Actions = (typeof businessMachine)["actions"];

/**
 * Stores and tells a decision about a locked business, once, in the caller's transaction.
 * Throws `business.decided` when somebody was first.
 */
export async function decideBusiness<A extends keyof Actions>(
  ctx: Context,
  request: Authorized<BusinessRow>,
  decision: Deed<BusinessRow, Actions, A>,
): Promise<BusinessRow> {
  const decidedBy = asHolder(ctx, "business.decide").actor.userId;
  const business: BusinessRow = request;
  return transition(ctx, businessMachine, business, {
    ...decision,
    update: (step) =>
      storeDecision(ctx, business.id, step, { decidedBy, rejectionReason: decision.reason }),
  });
}
