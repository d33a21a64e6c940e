// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./exceptions/[id]/settle/route";
import * as route2 from "./exceptions/route";
import * as route3 from "./queue/route";

/** Path under /api/v1 → its endpoints by method. */
export const operatorEndpoints = {
  "/operator/exceptions/{id}/settle": { PUT: route1.PUT },
  "/operator/exceptions": { GET: route2.GET },
  "/operator/queue": { GET: route3.GET },
} as const satisfies Routes;
