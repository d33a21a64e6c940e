import { inTransaction, type Context } from "@/lib/core/context";

import { changeStatus } from "./change-status";
import { getOperator, type OperatorKey } from "./read-operator";
import type { OperatorView, StatusChange } from "./schema";
import { viewOperator } from "./view";

/**
 * Deactivates an operator, whose tokens stop at once and who cannot log in (product.md, User status).
 * Throws `operator.not_found` or `user.status`.
 */
export async function deactivateOperator(
  ctx: Context,
  { id, reason }: OperatorKey & StatusChange,
): Promise<OperatorView> {
  return inTransaction(ctx, async (ctx) => {
    const operator = await getOperator(ctx, "operator.manage", { id });
    return viewOperator(ctx, await changeStatus(ctx, operator, "deactivate", reason));
  });
}
