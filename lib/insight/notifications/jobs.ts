import type { RoomJobs } from "@/lib/core/job";

import { sendMessages } from "./send-messages";
import { spreadMailings } from "./spread-mailings";

/** What this room does by the clock. */
export const jobs = {
  mailings: { everyMs: 1_000, run: spreadMailings },
  messages: { everyMs: 1_000, run: (ctx) => sendMessages(ctx, ctx.ports.transports()) },
} satisfies RoomJobs;
