// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./bookings/route";
import * as route2 from "./cancellations/route";
import * as route3 from "./cash/route";
import * as route4 from "./energy/route";
import * as route5 from "./no-shows/route";
import * as route6 from "./owners/route";
import * as route7 from "./revenue/route";
import * as route8 from "./starts/route";
import * as route9 from "./stations/route";
import * as route10 from "./subscriptions/[id]/route";
import * as route11 from "./subscriptions/route";
import * as route12 from "./utilization/route";

/** Path under /api/v1 → its endpoints by method. */
export const reportsEndpoints = {
  "/reports/bookings": { GET: route1.GET },
  "/reports/cancellations": { GET: route2.GET },
  "/reports/cash": { GET: route3.GET },
  "/reports/energy": { GET: route4.GET },
  "/reports/no-shows": { GET: route5.GET },
  "/reports/owners": { GET: route6.GET },
  "/reports/revenue": { GET: route7.GET },
  "/reports/starts": { GET: route8.GET },
  "/reports/stations": { GET: route9.GET },
  "/reports/subscriptions/{id}": { DELETE: route10.DELETE },
  "/reports/subscriptions": { GET: route11.GET, POST: route11.POST },
  "/reports/utilization": { GET: route12.GET },
} as const satisfies Routes;
