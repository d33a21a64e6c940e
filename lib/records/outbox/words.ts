import { admin, everyoneScoped, jobsOnly } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { conflict, notFound } from "@/lib/words/refusals";
import { sampleId } from "@/lib/words/sample-id";

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  needs: ["audit"],
  jobs: ["outbox", "live"],
  permissions: {
    "event.read": everyoneScoped,
    "event.follow": jobsOnly("live"),
    "event.deliver": jobsOnly("outbox"),
    "event.clean": jobsOnly("clean-up"),
    "delivery.read": admin,
    "delivery.retry": admin,
  },
  errors: {
    "delivery.not_found": notFound(),
    "delivery.not_parked": conflict(),
  },
  audited: { things: ["Event"], actions: ["Retry"] },
  navigation: {
    deliveries: { permission: "delivery.read", icon: "Waypoints", places: { admin: 95 } },
  },
  samples: {
    /** An event that was given up for the messages. */
    parkedEventId: sampleId(20),
  },
  samplePaths: { "/deliveries/{id}": "parkedEventId" },
});
