import { z } from "zod";

import { mebibyte } from "@/lib/core/sizes";
import { endpoint } from "@/lib/http/endpoint";
import { evcmsVehicle } from "@/lib/http/evcms/vehicles";
import { otherMethods } from "@/lib/http/other-methods";
import { imageSize, sentImage } from "@/lib/records/files/schema";
import {
  keepVehiclePhoto,
  readVehiclePhoto,
  removeVehiclePhoto,
  setVehiclePhoto,
} from "@/lib/sites/drivers";
import { SetVehiclePhoto, VehicleView } from "@/lib/sites/drivers/schema";

const params = z.object({ id: z.uuid() });

export const GET = endpoint({
  tag: "Vehicles",
  summary: "The photo of a vehicle",
  description:
    "The whole picture, or its thumbnail of at most 480 pixels a side. `photo` is the `photoUploadId` that is meant: 404 where the vehicle has another by now.",
  permission: "vehicle.manage",
  params,
  query: z.object({ size: imageSize.optional(), photo: z.uuid().optional() }),
  produces: ["image/jpeg", "image/png", "image/webp"],
  run: (ctx, { params, query }) => readVehiclePhoto(ctx, { ...params, ...query }),
});

export const PUT = endpoint({
  tag: "Vehicles",
  summary: "Give a vehicle its photo",
  description: `JPEG, PNG, GIF or WebP, at most ${sentImage.maxMebibytes} MiB and 40 megapixels, in the field \`file\`; one a vehicle, in the place of the one that it had. The picture is made anew, without place, camera or anything else that the file said. Nobody but its driver sees it.`,
  permission: "vehicle.manage",
  evcms: evcmsVehicle,
  params,
  upload: {
    maxBytes: sentImage.maxMebibytes * mebibyte,
    types: [...sentImage.types],
  },
  body: SetVehiclePhoto,
  returns: VehicleView,
  prepare: (ctx, { params, body: { file } }) =>
    keepVehiclePhoto(ctx, { ...params, bytes: file.bytes, filename: file.name }),
  run: (ctx, { params, prepared }) => setVehiclePhoto(ctx, { ...params, upload: prepared }),
});

export const DELETE = endpoint({
  tag: "Vehicles",
  summary: "Remove the photo of a vehicle",
  permission: "vehicle.manage",
  evcms: evcmsVehicle,
  params,
  returns: VehicleView,
  run: (ctx, { params }) => removeVehiclePhoto(ctx, params),
});

export const { POST, PATCH, OPTIONS } = otherMethods({ GET, PUT, DELETE });
