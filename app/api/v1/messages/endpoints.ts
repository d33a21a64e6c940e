// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./[id]/retry/route";
import * as route2 from "./retry-all/route";
import * as route3 from "./route";

/** Path under /api/v1 → its endpoints by method. */
export const messagesEndpoints = {
  "/messages/{id}/retry": { POST: route1.POST },
  "/messages/retry-all": { POST: route2.POST },
  "/messages": { GET: route3.GET },
} as const satisfies Routes;
