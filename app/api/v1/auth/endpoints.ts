// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./change-password/route";
import * as route2 from "./forgot-password/route";
import * as route3 from "./login/route";
import * as route4 from "./logout/route";
import * as route5 from "./me/route";
import * as route6 from "./passkeys/[id]/route";
import * as route7 from "./passkeys/login/route";
import * as route8 from "./passkeys/offer/route";
import * as route9 from "./passkeys/options/route";
import * as route10 from "./passkeys/route";
import * as route11 from "./refresh-token/route";
import * as route12 from "./register/route";
import * as route13 from "./restore/route";
import * as route14 from "./sessions/[id]/route";
import * as route15 from "./sessions/route";
import * as route16 from "./set-password/route";

/** Path under /api/v1 → its endpoints by method. */
export const authEndpoints = {
  "/auth/change-password": { PUT: route1.PUT },
  "/auth/forgot-password": { POST: route2.POST },
  "/auth/login": { POST: route3.POST },
  "/auth/logout": { POST: route4.POST },
  "/auth/me": { GET: route5.GET },
  "/auth/passkeys/{id}": { PUT: route6.PUT, DELETE: route6.DELETE },
  "/auth/passkeys/login": { POST: route7.POST },
  "/auth/passkeys/offer": { POST: route8.POST },
  "/auth/passkeys/options": { POST: route9.POST },
  "/auth/passkeys": { GET: route10.GET, POST: route10.POST },
  "/auth/refresh-token": { POST: route11.POST },
  "/auth/register": { POST: route12.POST },
  "/auth/restore": { POST: route13.POST },
  "/auth/sessions/{id}": { DELETE: route14.DELETE },
  "/auth/sessions": { GET: route15.GET },
  "/auth/set-password": { POST: route16.POST },
} as const satisfies Routes;
