import { z } from "zod";

import { mebibyte } from "@/lib/core/sizes";
import { endpoint } from "@/lib/http/endpoint";
import { evcmsProfile } from "@/lib/http/evcms/people";
import { otherMethods } from "@/lib/http/other-methods";
import { keepPicture, readPicture, removePicture, setPicture } from "@/lib/people/accounts";
import { MeView, SetPicture } from "@/lib/people/accounts/schema";
import { imageSize, sentImage } from "@/lib/records/files/schema";

export const GET = endpoint({
  tag: "Auth",
  summary: "The own picture",
  description:
    "The whole picture, or its thumbnail of at most 480 pixels a side. `picture` is the `pictureUploadId` that is meant: 404 where there is another by now.",
  permission: "account.self",
  query: z.object({ size: imageSize.optional(), picture: z.uuid().optional() }),
  produces: ["image/jpeg", "image/png", "image/webp"],
  examples: [{ name: "Of a driver", as: "EvOwner" }],
  run: (ctx, { query }) => readPicture(ctx, query),
});

export const PUT = endpoint({
  tag: "Auth",
  summary: "Give the own account its picture",
  description: `JPEG, PNG, GIF or WebP, at most ${sentImage.maxMebibytes} MiB and 40 megapixels, in the field \`file\`; one, in the place of the one that there was. The picture is made anew, without place, camera or anything else that the file said. Nobody else sees it.`,
  permission: "account.self",
  evcms: evcmsProfile,
  upload: {
    maxBytes: sentImage.maxMebibytes * mebibyte,
    types: [...sentImage.types],
  },
  body: SetPicture,
  returns: MeView,
  prepare: (ctx, { body: { file } }) =>
    keepPicture(ctx, { bytes: file.bytes, filename: file.name }),
  run: (ctx, { prepared }) => setPicture(ctx, { upload: prepared }),
});

export const DELETE = endpoint({
  tag: "Auth",
  summary: "Remove the own picture",
  permission: "account.self",
  evcms: evcmsProfile,
  returns: MeView,
  examples: [{ name: "Of a driver", as: "EvOwner" }],
  run: (ctx) => removePicture(ctx),
});

export const { POST, PATCH, OPTIONS } = otherMethods({ GET, PUT, DELETE });
