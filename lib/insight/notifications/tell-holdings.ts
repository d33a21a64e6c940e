import type { Holdings } from "@/lib/core/holdings";

import { findMessagesOf } from "./store/message-list";

/** What this room keeps of a person: what was sent to them, and when; the words of what was sent are not kept. */
export const holdings: Holdings = async (ctx, userId) => ({
  messages: (await findMessagesOf(ctx, userId)).map(({ createdAt, sentAt, ...message }) => ({
    ...message,
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
  })),
});
