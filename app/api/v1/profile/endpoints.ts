// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./export/route";
import * as route2 from "./picture/route";
import * as route3 from "./preferences/route";
import * as route4 from "./route";
import * as route5 from "./vehicles/[id]/history/route";
import * as route6 from "./vehicles/[id]/photo/route";
import * as route7 from "./vehicles/[id]/route";
import * as route8 from "./vehicles/[id]/set-default/route";
import * as route9 from "./vehicles/[id]/stats/route";
import * as route10 from "./vehicles/route";

/** Path under /api/v1 → its endpoints by method. */
export const profileEndpoints = {
  "/profile/export": { GET: route1.GET },
  "/profile/picture": { GET: route2.GET, PUT: route2.PUT, DELETE: route2.DELETE },
  "/profile/preferences": { PUT: route3.PUT },
  "/profile": { GET: route4.GET, PUT: route4.PUT, DELETE: route4.DELETE },
  "/profile/vehicles/{id}/history": { GET: route5.GET },
  "/profile/vehicles/{id}/photo": { GET: route6.GET, PUT: route6.PUT, DELETE: route6.DELETE },
  "/profile/vehicles/{id}": { GET: route7.GET, PUT: route7.PUT, DELETE: route7.DELETE },
  "/profile/vehicles/{id}/set-default": { PATCH: route8.PATCH },
  "/profile/vehicles/{id}/stats": { GET: route9.GET },
  "/profile/vehicles": { GET: route10.GET, POST: route10.POST },
} as const satisfies Routes;
