import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { readPhoto } from "@/lib/charging/sessions";

export const GET = endpoint({
  tag: "Sessions",
  summary: "A photo of a session",
  permission: "session.read",
  params: z.object({ id: z.uuid(), photoId: z.uuid() }),
  produces: ["image/jpeg", "image/png", "image/webp"],
  examples: [{ name: "A finished session's photo", params: { id: sample.finishedSessionId } }],
  run: (ctx, { params }) => readPhoto(ctx, params),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
