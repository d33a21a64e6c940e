import { z } from "zod";

import { admin, jobsOnly, self } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { invalid, notFound, rule } from "@/lib/words/refusals";
import { sampleId } from "@/lib/words/sample-id";

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  permissions: {
    "notification.read": self,
    "notification.manage": self,
    "notification.broadcast": admin,
    "notification.clean": jobsOnly("clean-up"),
    "device.manage": self,
    // Whoever has the link of a message that came to them.
    "notification.unsubscribe": "public",
  },
  errors: {
    "notification.not_found": notFound(),
    "notification.recipients_unknown": invalid<{ count: number }>(),
    "device.not_found": notFound(),
    "subscription.not_found": notFound(),
    "unsubscribe.invalid": rule(),
  },
  events: {
    /** Something came into a person's inbox, was read or went; `notificationId` where one alone came. */
    "inbox.changed": z.object({ userId: z.uuid(), notificationId: z.uuid().nullable() }),
    /** Everybody was told something. */
    "alert.sent": z.object({ alertId: z.uuid() }),
  },
  subjects: { inbox: "userId", alert: "alertId" },
  audited: { things: ["Alert"], actions: ["Broadcast"] },
  samples: {
    notificationId: sampleId(40),
    deviceId: sampleId(42),
    unsubscribeKey: "9sDf1gHk4LqE2Qx0Jm3uV8cN5tYp7wZa2Qx0Jm3uV8c",
  },
  samplePaths: {
    "/notifications/{id}": "notificationId",
    "/devices/{id}": "deviceId",
  },
});
