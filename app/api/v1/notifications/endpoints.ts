// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./[id]/read/route";
import * as route2 from "./[id]/route";
import * as route3 from "./bulk/route";
import * as route4 from "./preferences/route";
import * as route5 from "./read-all/route";
import * as route6 from "./route";

/** Path under /api/v1 → its endpoints by method. */
export const notificationsEndpoints = {
  "/notifications/{id}/read": { PATCH: route1.PATCH },
  "/notifications/{id}": { GET: route2.GET, DELETE: route2.DELETE },
  "/notifications/bulk": { POST: route3.POST },
  "/notifications/preferences": { GET: route4.GET, PUT: route4.PUT },
  "/notifications/read-all": { PUT: route5.PUT },
  "/notifications": { GET: route6.GET, POST: route6.POST, DELETE: route6.DELETE },
} as const satisfies Routes;
