// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./route";

/** Path under /api/v1 → its endpoints by method. */
export const unsubscribeEndpoints = {
  "/unsubscribe": { POST: route1.POST },
} as const satisfies Routes;
