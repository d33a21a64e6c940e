import { z } from "zod";

import { everyoneScoped, onSite, staff } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { conflict, notFound } from "@/lib/words/refusals";
import { sampleId } from "@/lib/words/sample-id";

const about = { exceptionId: z.uuid(), bookingId: z.uuid() };

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  needs: ["bookings", "sessions"],
  permissions: {
    "queue.read": onSite,
    // Whoever may be refused: of an act without network, by an operator alone.
    "exception.keep": everyoneScoped,
    "exception.read": staff,
    "exception.settle": staff,
  },
  errors: {
    "exception.not_found": notFound(),
    "exception.settled": conflict(),
  },
  events: {
    "exception.kept": z.object(about),
    "exception.settled": z.object(about),
  },
  outward: {
    "exception.kept": { exceptionId: sampleId(31), bookingId: sampleId(7) },
    "exception.settled": { exceptionId: sampleId(31), bookingId: sampleId(7) },
  },
  subjects: { exception: "exceptionId" },
  audited: {
    things: ["OfflineAct"],
    actions: ["Refuse", "Settle"],
    personal: { OfflineAct: ["note"] },
  },
  samples: {
    /** A check-in without network that was refused. */
    exceptionId: sampleId(31),
  },
  samplePaths: { "/operator/exceptions/{id}": "exceptionId" },
  navigation: {
    today: { permission: "queue.read", icon: "ListChecks", path: "", places: { operator: 0 } },
    exceptions: {
      permission: "exception.read",
      icon: "WifiOff",
      places: { admin: 45, backoffice: 35 },
    },
  },
});
