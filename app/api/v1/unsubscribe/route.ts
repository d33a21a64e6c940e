import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { endEmails } from "@/lib/insight/inbox";
import { Unsubscribe } from "@/lib/insight/inbox/schema";
import { sample } from "@/lib/words";

export const POST = endpoint({
  tag: "Notifications",
  summary: "End emails of one topic by a message's link",
  description:
    "One click (RFC 8058): the address is that of the message's List-Unsubscribe, and what the body says is not read.",
  permission: "notification.unsubscribe",
  query: Unsubscribe,
  status: 204,
  examples: [
    {
      name: "No more reminders",
      query: { key: sample.unsubscribeKey, topic: "bookingReminder" },
    },
  ],
  run: (ctx, { query }) => endEmails(ctx, query),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
