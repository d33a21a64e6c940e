// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./[nic]/deactivate/route";
import * as route2 from "./[nic]/reactivate/route";
import * as route3 from "./[nic]/route";
import * as route4 from "./route";

/** Path under /api/v1 → its endpoints by method. */
export const ownersEndpoints = {
  "/owners/{nic}/deactivate": { PUT: route1.PUT },
  "/owners/{nic}/reactivate": { PUT: route2.PUT },
  "/owners/{nic}": { GET: route3.GET, PUT: route3.PUT },
  "/owners": { GET: route4.GET, POST: route4.POST },
} as const satisfies Routes;
