import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { authorize, scopeOf, type Authorized, type Permission } from "@/lib/core/permissions";

import type { OperatorView } from "./schema";
import { findAccount, type AccountRow } from "./store/accounts";
import { viewOperator } from "./view";

export interface OperatorKey {
  readonly id: string;
}

/** An operator's account; every operator has a business. */
export interface OperatorRow extends AccountRow {
  readonly businessId: string;
}

/** The operator, if the actor holds the permission in their business; throws `operator.not_found`. */
export async function getOperator(
  ctx: Context,
  permission: Permission,
  { id }: OperatorKey,
): Promise<Authorized<OperatorRow>> {
  scopeOf(ctx, permission);
  const account = isUuid(id) ? await findAccount(ctx, id) : null;
  if (account?.role !== "Operator" || account.businessId === null) throw fail("operator.not_found");
  const operator = { ...account, businessId: account.businessId };
  return authorize(ctx, permission, operator, "operator.not_found");
}

/** One operator (api.md, GET operators). Throws `operator.not_found`. */
export async function readOperator(ctx: Context, key: OperatorKey): Promise<OperatorView> {
  return viewOperator(ctx, await getOperator(ctx, "operator.read", key));
}
