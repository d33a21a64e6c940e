import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { imageSize } from "@/lib/records/files/schema";
import { changeStationImage, readStationImage, removeStationImage } from "@/lib/sites/stations";
import { StationView, UpdateStationImage } from "@/lib/sites/stations/schema";

const named = z.object({ id: z.uuid(), imageId: z.uuid() });

export const GET = endpoint({
  tag: "Stations",
  summary: "A picture of a station",
  permission: "station.read",
  description: "The whole picture, or its thumbnail of at most 480 pixels a side.",
  params: named,
  query: z.object({ size: imageSize.optional() }),
  produces: ["image/jpeg", "image/png", "image/webp"],
  run: (ctx, { params, query }) => readStationImage(ctx, { ...params, ...query }),
});

export const PUT = endpoint({
  tag: "Stations",
  summary: "Change what a picture of a station is said to show, or its place",
  permission: "station.manage",
  params: named,
  body: UpdateStationImage,
  returns: StationView,
  examples: [
    { name: "In words", body: { alt: "The entrance, seen from Main Street" } },
    { name: "As the first", body: { position: 1 } },
  ],
  run: (ctx, { params: { id: stationId, imageId }, body }) =>
    changeStationImage(ctx, { stationId, imageId, ...body }),
});

export const DELETE = endpoint({
  tag: "Stations",
  summary: "Remove a picture of a station",
  permission: "station.manage",
  params: named,
  returns: StationView,
  run: (ctx, { params: { id: stationId, imageId } }) =>
    removeStationImage(ctx, { stationId, imageId }),
});

export const { POST, PATCH, OPTIONS } = otherMethods({ GET, PUT, DELETE });
