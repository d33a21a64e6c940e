import type { Context } from "@/lib/core/context";
import type { Page, PageQuery } from "@/lib/core/pages";
import { scopeOf } from "@/lib/core/permissions";

import type { DeliveryView, ListDeliveries } from "./schema";
import { findOpenDeliveries } from "./store/open-deliveries";
import { viewDelivery } from "./view";

/** Events on their way to subscribers and those that were given up, newest first unless asked otherwise. */
export async function listDeliveries(
  ctx: Context,
  query: ListDeliveries & PageQuery,
): Promise<Page<DeliveryView>> {
  scopeOf(ctx, "delivery.read");
  const { items, total } = await findOpenDeliveries(ctx, query);
  return { items: items.map((row) => viewDelivery(ctx, row)), total };
}
