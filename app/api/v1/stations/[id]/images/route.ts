import { z } from "zod";

import { mebibyte } from "@/lib/core/sizes";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sentImage } from "@/lib/records/files/schema";
import { addStationImage, keepStationImage } from "@/lib/sites/stations";
import { AddStationImage, mostImages, StationView } from "@/lib/sites/stations/schema";

export const POST = endpoint({
  tag: "Stations",
  summary: "Add a picture to a station",
  description: `JPEG, PNG, GIF or WebP, at most ${sentImage.maxMebibytes} MiB and 40 megapixels, in the field \`file\`; at most ${mostImages} a station. The picture is made anew: upright, at most 2,048 pixels a side, and without place, camera or anything else that the file said. \`alt\` says what is to be seen on it. Everybody who sees the station sees it.`,
  permission: "station.manage",
  params: z.object({ id: z.uuid() }),
  upload: {
    maxBytes: sentImage.maxMebibytes * mebibyte,
    types: [...sentImage.types],
  },
  body: AddStationImage,
  returns: StationView,
  status: 201,
  location: ({ id }) => `/api/v1/stations/${id}`,
  prepare: (ctx, { params, body: { file } }) =>
    keepStationImage(ctx, { ...params, bytes: file.bytes, filename: file.name }),
  run: (ctx, { params, body: { alt }, prepared }) =>
    addStationImage(ctx, { ...params, upload: prepared, alt }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
