import { z } from "zod";

import { coreStation } from "@/lib/http/core/stations";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { setStationStatus } from "@/lib/sites/stations";
import { StationView } from "@/lib/sites/stations/schema";

export const PUT = endpoint({
  tag: "Stations",
  summary: "Deactivate a station",
  description: "Refused while future bookings exist; `details` gives their count and dates.",
  permission: "station.manage",
  core: { names: "Station/{id}/deactivate", view: coreStation },
  params: z.object({ id: z.uuid() }),
  returns: StationView,
  examples: [{ name: "A station that nobody has booked", params: { id: sample.idleStationId } }],
  run: (ctx, { params }) => setStationStatus(ctx, { ...params, status: "Inactive" }),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
