import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { retryMessage } from "@/lib/insight/notifications";
import { MessageView } from "@/lib/insight/notifications/schema";
import { sample } from "@/lib/words";

export const POST = endpoint({
  tag: "Messages",
  summary: "Try a message again that was given up",
  description: "It gets one more try, at once; if that fails it is given up again.",
  permission: "message.retry",
  params: z.object({ id: z.uuid() }),
  returns: MessageView,
  examples: [{ name: "One that no server took", params: { id: sample.parkedMessageId } }],
  run: (ctx, { params }) => retryMessage(ctx, params),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
