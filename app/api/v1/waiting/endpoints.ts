// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./[id]/route";
import * as route2 from "./route";

/** Path under /api/v1 → its endpoints by method. */
export const waitingEndpoints = {
  "/waiting/{id}": { DELETE: route1.DELETE },
  "/waiting": { GET: route2.GET },
} as const satisfies Routes;
