import { userOf } from "@/lib/core/actor";
import type { Holdings } from "@/lib/core/holdings";

import { findZone } from "./find-zone";
import { findSubscriptionsOf } from "./store/subscriptions";
import { viewSubscription } from "./view-subscription";

/** What this room keeps of a person: the reports that they have mailed. */
export const holdings: Holdings = async (ctx, userId) => {
  const rows = await findSubscriptionsOf(ctx, userId);
  const zone = await findZone(ctx, { businessId: userOf(ctx)?.businessId ?? null });
  return { reportSubscriptions: rows.map((row) => viewSubscription(row, zone)) };
};
