// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./[id]/block/route";
import * as route2 from "./[id]/deactivate/route";
import * as route3 from "./[id]/erase/route";
import * as route4 from "./[id]/reactivate/route";
import * as route5 from "./route";

/** Path under /api/v1 → its endpoints by method. */
export const usersEndpoints = {
  "/users/{id}/block": { PUT: route1.PUT },
  "/users/{id}/deactivate": { PUT: route2.PUT },
  "/users/{id}/erase": { POST: route3.POST },
  "/users/{id}/reactivate": { PUT: route4.PUT },
  "/users": { GET: route5.GET },
} as const satisfies Routes;
