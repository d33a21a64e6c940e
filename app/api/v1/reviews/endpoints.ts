// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./[id]/photos/[photoId]/route";
import * as route2 from "./[id]/route";

/** Path under /api/v1 → its endpoints by method. */
export const reviewsEndpoints = {
  "/reviews/{id}/photos/{photoId}": { GET: route1.GET },
  "/reviews/{id}": { PUT: route2.PUT, DELETE: route2.DELETE },
} as const satisfies Routes;
