import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { setTariff } from "@/lib/sites/stations";
import { StationView } from "@/lib/sites/stations/schema";
import { PricingInput } from "@/lib/money/tariffs/schema";

export const PUT = endpoint({
  tag: "Stations",
  summary: "Set a station's price",
  description: "From now on; bookings keep the price they agreed to.",
  permission: "tariff.manage",
  params: z.object({ id: z.uuid() }),
  body: PricingInput,
  returns: StationView,
  examples: [
    { name: "Flat", body: { mode: "Flat", currency: "USD", fee: "12.00", taxPercent: 8 } },
    {
      name: "Time, by the half hour begun",
      body: {
        mode: "Time",
        currency: "USD",
        perHour: "6.00",
        billingIncrementMinutes: 30,
        taxPercent: 8,
      },
    },
    {
      name: "Energy, or by the hour without a meter",
      body: {
        mode: "Energy",
        currency: "USD",
        perKwh: 0.45,
        perHour: "6.00",
        taxPercent: "8.875",
        lateCancelFee: "5.00",
      },
    },
    {
      name: "Hybrid",
      body: {
        mode: "Hybrid",
        currency: "USD",
        minimumFee: "2.00",
        perKwh: "0.39",
        perHour: "5.00",
        taxPercent: 8,
      },
    },
  ],
  run: (ctx, { params, body }) => setTariff(ctx, { stationId: params.id, ...body }),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
