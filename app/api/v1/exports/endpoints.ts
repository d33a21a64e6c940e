// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./bookings.csv/route";
import * as route2 from "./cash.csv/route";
import * as route3 from "./report.csv/route";
import * as route4 from "./report.pdf/route";
import * as route5 from "./report.xlsx/route";

/** Path under /api/v1 → its endpoints by method. */
export const exportsEndpoints = {
  "/exports/bookings.csv": { GET: route1.GET },
  "/exports/cash.csv": { GET: route2.GET },
  "/exports/report.csv": { GET: route3.GET },
  "/exports/report.pdf": { GET: route4.GET },
  "/exports/report.xlsx": { GET: route5.GET },
} as const satisfies Routes;
