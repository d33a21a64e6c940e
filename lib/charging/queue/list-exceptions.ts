import type { Context } from "@/lib/core/context";
import type { Page, PageQuery } from "@/lib/core/pages";
import { scopeOf } from "@/lib/core/permissions";

import type { ListExceptions, OfflineException } from "./schema";
import { findRefusals } from "./store/refusals";
import { viewRefusal } from "./view";

/** The acts without network that were refused, of the caller's stations or business, the latest first. */
export async function listExceptions(
  ctx: Context,
  query: ListExceptions & PageQuery,
): Promise<Page<OfflineException>> {
  const { items, total } = await findRefusals(ctx, scopeOf(ctx, "exception.read"), query, query);
  return { items: items.map((row) => viewRefusal(ctx, row)), total };
}
