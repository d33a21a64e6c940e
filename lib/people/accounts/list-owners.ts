import type { Context } from "@/lib/core/context";
import type { Page, PageQuery } from "@/lib/core/pages";
import { scopeOf } from "@/lib/core/permissions";

import { asOwner } from "./rules";
import type { ListOwners, OwnerView } from "./schema";
import { findAccounts } from "./store/lists";
import { viewOwner } from "./view";

/** Owners by part of NIC, name, email or phone, and status; an EvOwner sees the own profile alone. */
export async function listOwners(
  ctx: Context,
  query: ListOwners & PageQuery,
): Promise<Page<OwnerView>> {
  const scope = scopeOf(ctx, "owner.read");
  const { items, total } = await findAccounts(ctx, scope, { ...query, role: "EvOwner" }, query);
  return { items: items.map((account) => viewOwner(ctx, asOwner(account))), total };
}
