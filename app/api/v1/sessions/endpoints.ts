// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./[id]/cdr/route";
import * as route2 from "./[id]/photos/[photoId]/route";
import * as route3 from "./[id]/photos/route";
import * as route4 from "./[id]/preview/route";
import * as route5 from "./[id]/route";
import * as route6 from "./active/route";
import * as route7 from "./checkin/route";
import * as route8 from "./finalize/route";
import * as route9 from "./route";
import * as route10 from "./walk-in/route";

/** Path under /api/v1 → its endpoints by method. */
export const sessionsEndpoints = {
  "/sessions/{id}/cdr": { GET: route1.GET },
  "/sessions/{id}/photos/{photoId}": { GET: route2.GET },
  "/sessions/{id}/photos": { POST: route3.POST },
  "/sessions/{id}/preview": { POST: route4.POST },
  "/sessions/{id}": { GET: route5.GET, PUT: route5.PUT },
  "/sessions/active": { GET: route6.GET },
  "/sessions/checkin": { POST: route7.POST },
  "/sessions/finalize": { POST: route8.POST },
  "/sessions": { GET: route9.GET },
  "/sessions/walk-in": { POST: route10.POST },
} as const satisfies Routes;
