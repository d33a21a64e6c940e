// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./[id]/deactivate/route";
import * as route2 from "./[id]/reactivate/route";
import * as route3 from "./[id]/route";
import * as route4 from "./route";

/** Path under /api/v1 → its endpoints by method. */
export const operatorsEndpoints = {
  "/operators/{id}/deactivate": { PUT: route1.PUT },
  "/operators/{id}/reactivate": { PUT: route2.PUT },
  "/operators/{id}": { GET: route3.GET, PUT: route3.PUT },
  "/operators": { GET: route4.GET, POST: route4.POST },
} as const satisfies Routes;
