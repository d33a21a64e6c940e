import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { readPhoto } from "@/lib/charging/sessions";
import { imageSize } from "@/lib/records/files/schema";

export const GET = endpoint({
  tag: "Sessions",
  summary: "A photo of a session",
  permission: "session.read",
  description: "The whole picture, or its thumbnail of at most 480 pixels a side.",
  params: z.object({ id: z.uuid(), photoId: z.uuid() }),
  query: z.object({ size: imageSize.optional() }),
  produces: ["image/jpeg", "image/png", "image/webp"],
  examples: [{ name: "A finished session's photo", params: { id: sample.finishedSessionId } }],
  run: (ctx, { params, query }) => readPhoto(ctx, { ...params, ...query }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
