import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { retryAllMessages } from "@/lib/insight/notifications";
import { RetriedMessages } from "@/lib/insight/notifications/schema";

export const POST = endpoint({
  tag: "Messages",
  summary: "Try all messages again that were given up",
  description:
    "One try more each, at once, as after an outage; what fails is given up again. Answers how many they are.",
  permission: "message.retry",
  returns: RetriedMessages,
  run: (ctx) => retryAllMessages(ctx),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
