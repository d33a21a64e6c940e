// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./[id]/availability/route";
import * as route2 from "./[id]/conflicts/route";
import * as route3 from "./[id]/connectors/[connectorId]/route";
import * as route4 from "./[id]/connectors/route";
import * as route5 from "./[id]/deactivate/route";
import * as route6 from "./[id]/favourite/route";
import * as route7 from "./[id]/holds/[holdId]/route";
import * as route8 from "./[id]/holds/preview/route";
import * as route9 from "./[id]/holds/route";
import * as route10 from "./[id]/images/[imageId]/route";
import * as route11 from "./[id]/images/route";
import * as route12 from "./[id]/reviews/route";
import * as route13 from "./[id]/route";
import * as route14 from "./[id]/schedule/preview/route";
import * as route15 from "./[id]/schedule/route";
import * as route16 from "./[id]/status/route";
import * as route17 from "./[id]/tariff/route";
import * as route18 from "./[id]/waiting/route";
import * as route19 from "./import/route";
import * as route20 from "./map/route";
import * as route21 from "./nearby/route";
import * as route22 from "./route";

/** Path under /api/v1 → its endpoints by method. */
export const stationsEndpoints = {
  "/stations/{id}/availability": { GET: route1.GET },
  "/stations/{id}/conflicts": { GET: route2.GET },
  "/stations/{id}/connectors/{connectorId}": { PUT: route3.PUT, DELETE: route3.DELETE },
  "/stations/{id}/connectors": { GET: route4.GET, POST: route4.POST },
  "/stations/{id}/deactivate": { PUT: route5.PUT },
  "/stations/{id}/favourite": { PUT: route6.PUT, DELETE: route6.DELETE },
  "/stations/{id}/holds/{holdId}": { GET: route7.GET, PUT: route7.PUT, DELETE: route7.DELETE },
  "/stations/{id}/holds/preview": { POST: route8.POST },
  "/stations/{id}/holds": { GET: route9.GET, POST: route9.POST },
  "/stations/{id}/images/{imageId}": { GET: route10.GET, PUT: route10.PUT, DELETE: route10.DELETE },
  "/stations/{id}/images": { POST: route11.POST },
  "/stations/{id}/reviews": { GET: route12.GET },
  "/stations/{id}": { GET: route13.GET, PUT: route13.PUT },
  "/stations/{id}/schedule/preview": { POST: route14.POST },
  "/stations/{id}/schedule": { GET: route15.GET, PUT: route15.PUT },
  "/stations/{id}/status": { PUT: route16.PUT },
  "/stations/{id}/tariff": { PUT: route17.PUT },
  "/stations/{id}/waiting": { POST: route18.POST },
  "/stations/import": { POST: route19.POST },
  "/stations/map": { GET: route20.GET },
  "/stations/nearby": { GET: route21.GET },
  "/stations": { GET: route22.GET, POST: route22.POST },
} as const satisfies Routes;
