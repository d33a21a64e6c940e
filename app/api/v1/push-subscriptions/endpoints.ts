// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./key/route";
import * as route2 from "./route";

/** Path under /api/v1 → its endpoints by method. */
export const pushSubscriptionsEndpoints = {
  "/push-subscriptions/key": { GET: route1.GET },
  "/push-subscriptions": { GET: route2.GET, POST: route2.POST, DELETE: route2.DELETE },
} as const satisfies Routes;
