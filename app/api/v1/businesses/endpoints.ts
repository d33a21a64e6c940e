// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./[id]/approve/route";
import * as route2 from "./[id]/reject/route";
import * as route3 from "./[id]/route";
import * as route4 from "./route";

/** Path under /api/v1 → its endpoints by method. */
export const businessesEndpoints = {
  "/businesses/{id}/approve": { PUT: route1.PUT },
  "/businesses/{id}/reject": { PUT: route2.PUT },
  "/businesses/{id}": { GET: route3.GET },
  "/businesses": { GET: route4.GET, POST: route4.POST },
} as const satisfies Routes;
