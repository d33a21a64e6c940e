import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { setStationStatus } from "@/lib/sites/stations";
import { SetStationStatus, StationView } from "@/lib/sites/stations/schema";

export const PUT = endpoint({
  tag: "Stations",
  summary: "Set a station Active, Inactive or under Maintenance",
  permission: "station.manage",
  params: z.object({ id: z.uuid() }),
  body: SetStationStatus,
  returns: StationView,
  examples: [
    {
      name: "Under repair",
      body: { status: "Maintenance", reason: "The transformer is replaced." },
    },
  ],
  run: (ctx, { params, body }) => setStationStatus(ctx, { ...params, ...body }),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
