import type { Eraser } from "@/lib/core/eraser";

import { deleteSubscriptionsOf } from "./store/subscriptions";

/** How this room forgets a person: its figures name nobody; what they wanted by mail goes. */
export const eraser: Eraser = {
  columns: { "report_subscriptions.user_id": "Deleted." },
  erase: async (ctx, { userId }) => ({
    reportSubscriptions: await deleteSubscriptionsOf(ctx, userId),
  }),
};
