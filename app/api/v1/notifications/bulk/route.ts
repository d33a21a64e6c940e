import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sendAlert } from "@/lib/insight/inbox";
import { SendBulk, SentAlert } from "@/lib/insight/inbox/schema";
import { sample } from "@/lib/words";

export const POST = endpoint({
  tag: "Notifications",
  summary: "Send an alert to many by name",
  description: "Into the inboxes of `userIds`, 1,000 at most; answers to how many.",
  permission: "notification.broadcast",
  body: SendBulk,
  returns: SentAlert,
  examples: [
    {
      name: "To one",
      body: { title: "Your question", message: "It is answered.", userIds: [sample.ownerId] },
    },
  ],
  run: (ctx, { body: { userIds, ...alert } }) =>
    sendAlert(ctx, { ...alert, targetUsers: userIds }, "userIds"),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
