// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./route";
import * as route2 from "./stats/route";

/** Path under /api/v1 → its endpoints by method. */
export const dashboardEndpoints = {
  "/dashboard": { GET: route1.GET },
  "/dashboard/stats": { GET: route2.GET },
} as const satisfies Routes;
