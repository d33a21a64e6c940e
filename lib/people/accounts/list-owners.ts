import type { Context } from "@/lib/core/context";
import type { Page, PageQuery } from "@/lib/core/pages";
import { scopeOf } from "@/lib/core/permissions";

import { findLogin } from "./find-login";
import { asOwner } from "./rules";
import type { ListOwners, OwnerView } from "./schema";
import { findAccounts } from "./store/lists";
import { viewOwner } from "./view";

/**
 * Owners by part of NIC, name, email or phone, the beginning of the plate, and status; an EvOwner sees the own profile alone. An office sees those
 * who booked at its stations, and anybody else by the whole NIC, email or phone (product.md, Permission matrix).
 */
export async function listOwners(
  ctx: Context,
  query: ListOwners & PageQuery,
): Promise<Page<OwnerView>> {
  const scope = scopeOf(ctx, "owner.read");
  const named = query.search ? (await findLogin(ctx, query.search)).account : null;
  const filter = {
    ...query,
    role: "EvOwner",
    served: { orId: named?.id },
    isPresent: true,
  } as const;
  const { items, total } = await findAccounts(ctx, scope, filter, query);
  return { items: items.map((account) => viewOwner(ctx, asOwner(account))), total };
}
