// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./preferences/route";
import * as route2 from "./route";
import * as route3 from "./vehicles/[id]/route";
import * as route4 from "./vehicles/[id]/set-default/route";
import * as route5 from "./vehicles/route";

/** Path under /api/v1 → its endpoints by method. */
export const profileEndpoints = {
  "/profile/preferences": { PUT: route1.PUT },
  "/profile": { GET: route2.GET, PUT: route2.PUT, DELETE: route2.DELETE },
  "/profile/vehicles/{id}": { GET: route3.GET, PUT: route3.PUT, DELETE: route3.DELETE },
  "/profile/vehicles/{id}/set-default": { PATCH: route4.PATCH },
  "/profile/vehicles": { GET: route5.GET, POST: route5.POST },
} as const satisfies Routes;
