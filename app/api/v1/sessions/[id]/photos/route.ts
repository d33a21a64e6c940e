import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { addPhoto, keepPhoto } from "@/lib/charging/sessions";
import { mebibyte } from "@/lib/core/sizes";
import { sentImage } from "@/lib/records/files/schema";
import { AddPhoto, PhotoView } from "@/lib/charging/sessions/schema";

export const POST = endpoint({
  tag: "Sessions",
  summary: "Add a photo to a session",
  description: `JPEG, PNG, GIF or WebP, at most ${sentImage.maxMebibytes} MiB and 40 megapixels, in the field \`file\`; at most 10 a session. The picture is made anew: upright, at most 2,048 pixels a side, and without place, camera or anything else that the file said.`,
  permission: "session.update",
  params: z.object({ id: z.uuid() }),
  upload: {
    maxBytes: sentImage.maxMebibytes * mebibyte,
    types: [...sentImage.types],
  },
  body: AddPhoto,
  returns: PhotoView,
  status: 201,
  location: ({ id, sessionId }) => `/api/v1/sessions/${sessionId}/photos/${id}`,
  prepare: (ctx, { params, body: { file } }) =>
    keepPhoto(ctx, { ...params, bytes: file.bytes, filename: file.name }),
  run: (ctx, { params, prepared }) => addPhoto(ctx, { ...params, upload: prepared }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
