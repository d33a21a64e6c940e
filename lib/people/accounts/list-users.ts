import type { Context } from "@/lib/core/context";
import type { Page, PageQuery } from "@/lib/core/pages";
import { scopeOf } from "@/lib/core/permissions";

import type { ListUsers, UserView } from "./schema";
import { findAccounts } from "./store/lists";
import { viewUser } from "./view";

/** Users of every role, for a SystemAdmin, by role, status, business and search. */
export async function listUsers(
  ctx: Context,
  query: ListUsers & PageQuery,
): Promise<Page<UserView>> {
  const scope = scopeOf(ctx, "user.read");
  const { items, total } = await findAccounts(ctx, scope, query, query);
  return { items: items.map((account) => viewUser(ctx, account)), total };
}
