import type { Context } from "@/lib/core/context";
import type { Page, PageQuery } from "@/lib/core/pages";
import { scopeOf } from "@/lib/core/permissions";

import type { ListOperators, OperatorView } from "./schema";
import { findAccounts } from "./store/lists";
import { viewOperator } from "./view";

/** The operators of the own business, or of all for a SystemAdmin, by station, status and search. */
export async function listOperators(
  ctx: Context,
  query: ListOperators & PageQuery,
): Promise<Page<OperatorView>> {
  const scope = scopeOf(ctx, "operator.read");
  const { items, total } = await findAccounts(ctx, scope, { ...query, role: "Operator" }, query);
  return { items: items.map((account) => viewOperator(ctx, account)), total };
}
