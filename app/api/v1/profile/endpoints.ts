// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./preferences/route";
import * as route2 from "./route";

/** Path under /api/v1 → its endpoints by method. */
export const profileEndpoints = {
  "/profile/preferences": { PUT: route1.PUT },
  "/profile": { GET: route2.GET, PUT: route2.PUT },
} as const satisfies Routes;
