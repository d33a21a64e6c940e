import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { evcmsAvailability } from "@/lib/http/evcms/stations";
import { otherMethods } from "@/lib/http/other-methods";
import { readAvailability, readConnectorsNow } from "@/lib/sites/schedules";
import { ReadAvailability, SlotView } from "@/lib/sites/schedules/schema";

export const GET = endpoint({
  tag: "Stations",
  summary: "List a station's slots and the places left",
  description:
    "The next 7 days unless from and to say otherwise, at most 31 days. Dates are the station's own, the last one " +
    "included; instants are taken as they are. `remaining` is what a booking would find: with `standard` or " +
    "`minPowerKw` it counts the places that suit, and is 1 where none is left but bookings that may move to other " +
    "places make room. `byStandard` counts the places that are left by plug, without moving anybody.",
  permission: "station.read",
  params: z.object({ id: z.uuid() }),
  evcms: {
    ...evcmsAvailability,
    run: (ctx, { params }: { params: { id: string } }) => readConnectorsNow(ctx, params),
  },
  query: ReadAvailability,
  returns: z.array(SlotView),
  cache: "public",
  examples: [{ name: "Two days", query: { from: "2026-06-02", to: "2026-06-03" } }],
  run: (ctx, { params, query }) => readAvailability(ctx, { stationId: params.id, ...query }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
