import { z } from "zod";

import { admin, jobsOnly } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { conflict, notFound } from "@/lib/words/refusals";
import { sampleId } from "@/lib/words/sample-id";

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  needs: ["inbox"],
  // `watch` is the web processes', which tell that the worker is dead.
  jobs: ["mailings", "messages", "reminders", "watch"],
  permissions: {
    "message.read": admin,
    "message.retry": admin,
    "booking.remind": jobsOnly("reminders"),
    "message.send": jobsOnly("messages"),
    "message.spread": jobsOnly("mailings"),
    "worker.watch": jobsOnly("watch"),
  },
  errors: {
    "message.not_found": notFound(),
    "message.not_parked": conflict(),
  },
  events: {
    /** A booking begins in so many minutes. */
    "booking.reminder": z.object({
      bookingId: z.uuid(),
      ownerId: z.uuid(),
      minutes: z.int(),
      startsAt: z.iso.datetime(),
    }),
  },
  audited: { things: ["Message"], actions: ["Retry"] },
  samples: { parkedMessageId: sampleId(43) },
  samplePaths: { "/messages/{id}": "parkedMessageId" },
  navigation: {
    messages: { permission: "message.read", icon: "Mail", places: { admin: 90 } },
  },
});
