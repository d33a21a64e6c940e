import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { setTariff } from "@/lib/stations";
import { StationView } from "@/lib/stations/schema";
import { PricingInput } from "@/lib/tariffs/schema";

export const PUT = endpoint({
  tag: "Stations",
  summary: "Set a station's price",
  description: "From now on; bookings keep the price they agreed to.",
  permission: "tariff.manage",
  params: z.object({ id: z.uuid() }),
  body: PricingInput,
  returns: StationView,
  run: (ctx, { params, body }) => setTariff(ctx, { stationId: params.id, ...body }),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
