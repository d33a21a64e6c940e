// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./cash/route";
import * as route2 from "./no-shows/route";
import * as route3 from "./revenue/route";
import * as route4 from "./starts/route";
import * as route5 from "./utilization/route";

/** Path under /api/v1 → its endpoints by method. */
export const reportsEndpoints = {
  "/reports/cash": { GET: route1.GET },
  "/reports/no-shows": { GET: route2.GET },
  "/reports/revenue": { GET: route3.GET },
  "/reports/starts": { GET: route4.GET },
  "/reports/utilization": { GET: route5.GET },
} as const satisfies Routes;
