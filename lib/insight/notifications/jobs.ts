import type { RoomJobs } from "@/lib/core/job";

import { sendMessages } from "./send-messages";

/** What this room does by the clock. */
export const jobs = {
  messages: { everyMs: 1_000, run: (ctx) => sendMessages(ctx, ctx.ports.transports()) },
} satisfies RoomJobs;
