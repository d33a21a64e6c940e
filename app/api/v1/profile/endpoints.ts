// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./export/route";
import * as route2 from "./preferences/route";
import * as route3 from "./route";
import * as route4 from "./vehicles/[id]/history/route";
import * as route5 from "./vehicles/[id]/route";
import * as route6 from "./vehicles/[id]/set-default/route";
import * as route7 from "./vehicles/[id]/stats/route";
import * as route8 from "./vehicles/route";

/** Path under /api/v1 → its endpoints by method. */
export const profileEndpoints = {
  "/profile/export": { GET: route1.GET },
  "/profile/preferences": { PUT: route2.PUT },
  "/profile": { GET: route3.GET, PUT: route3.PUT, DELETE: route3.DELETE },
  "/profile/vehicles/{id}/history": { GET: route4.GET },
  "/profile/vehicles/{id}": { GET: route5.GET, PUT: route5.PUT, DELETE: route5.DELETE },
  "/profile/vehicles/{id}/set-default": { PATCH: route6.PATCH },
  "/profile/vehicles/{id}/stats": { GET: route7.GET },
  "/profile/vehicles": { GET: route8.GET, POST: route8.POST },
} as const satisfies Routes;
