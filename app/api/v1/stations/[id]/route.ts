import { z } from "zod";

import { coreStation, coreStationBody, coreStationWithSlots } from "@/lib/http/core/stations";
import { endpoint } from "@/lib/http/endpoint";
import { evcmsStation, evcmsWriteStation } from "@/lib/http/evcms/stations";
import { otherMethods } from "@/lib/http/other-methods";
import { readStationWithSlots } from "@/lib/sites/schedules";
import { StationWithSlots } from "@/lib/sites/schedules/schema";
import { updateStation } from "@/lib/sites/stations";
import { StationView, UpdateStation } from "@/lib/sites/stations/schema";

const params = z.object({ id: z.uuid() });

export const GET = endpoint({
  tag: "Stations",
  summary: "Read a station with its next 7 days of slots",
  permission: "station.read",
  core: { names: "Station/{id}", view: coreStationWithSlots },
  evcms: evcmsStation,
  params,
  returns: StationWithSlots,
  cache: "public",
  run: (ctx, { params }) => readStationWithSlots(ctx, params),
});

export const PUT = endpoint({
  tag: "Stations",
  summary: "Change a station",
  description: "What is not named stays.",
  permission: "station.manage",
  core: { names: "Station/{id}", body: coreStationBody, view: coreStation },
  evcms: evcmsWriteStation,
  params,
  body: UpdateStation,
  returns: StationView,
  examples: [
    {
      name: "What is not named stays",
      body: { description: "Behind the market hall, second floor.", approval: "Auto" },
    },
  ],
  run: (ctx, { params, body }) => updateStation(ctx, { ...params, ...body }),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
