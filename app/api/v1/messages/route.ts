import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { listMessages } from "@/lib/insight/notifications";
import { ListMessages, MessageView } from "@/lib/insight/notifications/schema";

export const GET = endpoint({
  tag: "Messages",
  summary: "List messages to people",
  description:
    "Newest first. Kept ones wait for somebody to read them here, because there is no mail server; the text of a " +
    "sent one is not kept.",
  permission: "message.read",
  query: ListMessages,
  returns: MessageView,
  paged: true,
  run: (ctx, { query }) => listMessages(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
