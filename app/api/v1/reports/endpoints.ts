// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./no-shows/route";
import * as route2 from "./revenue/route";
import * as route3 from "./starts/route";
import * as route4 from "./utilization/route";

/** Path under /api/v1 → its endpoints by method. */
export const reportsEndpoints = {
  "/reports/no-shows": { GET: route1.GET },
  "/reports/revenue": { GET: route2.GET },
  "/reports/starts": { GET: route3.GET },
  "/reports/utilization": { GET: route4.GET },
} as const satisfies Routes;
