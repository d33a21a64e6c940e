// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./[id]/approve/route";
import * as route2 from "./[id]/calendar.ics/route";
import * as route3 from "./[id]/cancel/route";
import * as route4 from "./[id]/late/route";
import * as route5 from "./[id]/move/route";
import * as route6 from "./[id]/qr.png/route";
import * as route7 from "./[id]/qr.svg/route";
import * as route8 from "./[id]/qr/route";
import * as route9 from "./[id]/reject/route";
import * as route10 from "./[id]/review/photos/route";
import * as route11 from "./[id]/review/route";
import * as route12 from "./[id]/route";
import * as route13 from "./[id]/wallet/apple/route";
import * as route14 from "./[id]/wallet/google/route";
import * as route15 from "./daily-capacity/route";
import * as route16 from "./route";

/** Path under /api/v1 → its endpoints by method. */
export const bookingsEndpoints = {
  "/bookings/{id}/approve": { PUT: route1.PUT },
  "/bookings/{id}/calendar.ics": { GET: route2.GET },
  "/bookings/{id}/cancel": { PUT: route3.PUT },
  "/bookings/{id}/late": { PUT: route4.PUT },
  "/bookings/{id}/move": { GET: route5.GET, PUT: route5.PUT },
  "/bookings/{id}/qr.png": { GET: route6.GET },
  "/bookings/{id}/qr.svg": { GET: route7.GET },
  "/bookings/{id}/qr": { GET: route8.GET },
  "/bookings/{id}/reject": { PUT: route9.PUT },
  "/bookings/{id}/review/photos": { POST: route10.POST },
  "/bookings/{id}/review": { GET: route11.GET, POST: route11.POST },
  "/bookings/{id}": { GET: route12.GET, PUT: route12.PUT },
  "/bookings/{id}/wallet/apple": { GET: route13.GET },
  "/bookings/{id}/wallet/google": { GET: route14.GET },
  "/bookings/daily-capacity": { GET: route15.GET },
  "/bookings": { GET: route16.GET, POST: route16.POST },
} as const satisfies Routes;
