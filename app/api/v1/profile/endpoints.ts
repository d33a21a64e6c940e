// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./export/route";
import * as route2 from "./preferences/route";
import * as route3 from "./route";
import * as route4 from "./vehicles/[id]/route";
import * as route5 from "./vehicles/[id]/set-default/route";
import * as route6 from "./vehicles/route";

/** Path under /api/v1 → its endpoints by method. */
export const profileEndpoints = {
  "/profile/export": { GET: route1.GET },
  "/profile/preferences": { PUT: route2.PUT },
  "/profile": { GET: route3.GET, PUT: route3.PUT, DELETE: route3.DELETE },
  "/profile/vehicles/{id}": { GET: route4.GET, PUT: route4.PUT, DELETE: route4.DELETE },
  "/profile/vehicles/{id}/set-default": { PATCH: route5.PATCH },
  "/profile/vehicles": { GET: route6.GET, POST: route6.POST },
} as const satisfies Routes;
