// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./change-password/route";
import * as route2 from "./forgot-password/route";
import * as route3 from "./login/route";
import * as route4 from "./logout/route";
import * as route5 from "./me/route";
import * as route6 from "./refresh-token/route";
import * as route7 from "./register/route";
import * as route8 from "./restore/route";
import * as route9 from "./sessions/[id]/route";
import * as route10 from "./sessions/route";
import * as route11 from "./set-password/route";

/** Path under /api/v1 → its endpoints by method. */
export const authEndpoints = {
  "/auth/change-password": { PUT: route1.PUT },
  "/auth/forgot-password": { POST: route2.POST },
  "/auth/login": { POST: route3.POST },
  "/auth/logout": { POST: route4.POST },
  "/auth/me": { GET: route5.GET },
  "/auth/refresh-token": { POST: route6.POST },
  "/auth/register": { POST: route7.POST },
  "/auth/restore": { POST: route8.POST },
  "/auth/sessions/{id}": { DELETE: route9.DELETE },
  "/auth/sessions": { GET: route10.GET },
  "/auth/set-password": { POST: route11.POST },
} as const satisfies Routes;
