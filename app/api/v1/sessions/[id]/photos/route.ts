import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { addPhoto } from "@/lib/charging/sessions";
import { AddPhoto, PhotoView } from "@/lib/charging/sessions/schema";

const megabytes = 1024 * 1024;

export const POST = endpoint({
  tag: "Sessions",
  summary: "Add a photo to a session",
  description: "JPEG, PNG or WebP, at most 5 MiB, in the field `file`; at most 10 a session.",
  permission: "session.update",
  params: z.object({ id: z.uuid() }),
  upload: { maxBytes: 5 * megabytes, types: ["image/jpeg", "image/png", "image/webp"] },
  body: AddPhoto,
  returns: PhotoView,
  status: 201,
  location: ({ id, sessionId }) => `/api/v1/sessions/${sessionId}/photos/${id}`,
  run: (ctx, { params, body }) => addPhoto(ctx, { ...params, bytes: body.file.bytes }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
