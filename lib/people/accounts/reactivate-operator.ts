import { inTransaction, type Context } from "@/lib/core/context";

import { changeStatus } from "./change-status";
import { getOperator, type OperatorKey } from "./read-operator";
import type { OperatorView, StatusChange } from "./schema";
import { viewOperator } from "./view";

/** Makes a deactivated operator Active again. Throws `operator.not_found` or `user.status`. */
export async function reactivateOperator(
  ctx: Context,
  { id, reason }: OperatorKey & StatusChange,
): Promise<OperatorView> {
  return inTransaction(ctx, async (ctx) => {
    const operator = await getOperator(ctx, "operator.manage", { id });
    return viewOperator(ctx, await changeStatus(ctx, operator, "reactivate", reason));
  });
}
