// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./[kind]/route";
import * as route2 from "./versions/[id]/publish/route";
import * as route3 from "./versions/[id]/route";
import * as route4 from "./versions/preview/route";
import * as route5 from "./versions/route";

/** Path under /api/v1 → its endpoints by method. */
export const contentEndpoints = {
  "/content/{kind}": { GET: route1.GET },
  "/content/versions/{id}/publish": { PUT: route2.PUT },
  "/content/versions/{id}": { GET: route3.GET, PUT: route3.PUT, DELETE: route3.DELETE },
  "/content/versions/preview": { POST: route4.POST },
  "/content/versions": { GET: route5.GET, POST: route5.POST },
} as const satisfies Routes;
