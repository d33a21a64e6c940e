// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import type { Routes } from "@/lib/http/routes";

import * as route1 from "./[id]/deliveries/[deliveryId]/resend/route";
import * as route2 from "./[id]/deliveries/[deliveryId]/route";
import * as route3 from "./[id]/deliveries/route";
import * as route4 from "./[id]/rotate/route";
import * as route5 from "./[id]/route";
import * as route6 from "./[id]/test/route";
import * as route7 from "./route";

/** Path under /api/v1 → its endpoints by method. */
export const webhooksEndpoints = {
  "/webhooks/{id}/deliveries/{deliveryId}/resend": { POST: route1.POST },
  "/webhooks/{id}/deliveries/{deliveryId}": { GET: route2.GET },
  "/webhooks/{id}/deliveries": { GET: route3.GET },
  "/webhooks/{id}/rotate": { POST: route4.POST },
  "/webhooks/{id}": { GET: route5.GET, PUT: route5.PUT, DELETE: route5.DELETE },
  "/webhooks/{id}/test": { POST: route6.POST },
  "/webhooks": { GET: route7.GET, POST: route7.POST },
} as const satisfies Routes;
