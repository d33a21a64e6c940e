import type { RoomJobs } from "@/lib/core/job";

import { remindOwners } from "./remind-owners";
import { sendMessages } from "./send-messages";
import { spreadMailings } from "./spread-mailings";

/** What this room does by the clock. */
export const jobs = {
  mailings: { everyMs: 1_000, run: spreadMailings },
  reminders: { everyMs: 5_000, run: remindOwners },
  messages: { everyMs: 1_000, run: (ctx) => sendMessages(ctx, ctx.ports.transports()) },
} satisfies RoomJobs;
