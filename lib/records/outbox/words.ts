import { everyoneScoped, jobsOnly } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  jobs: ["outbox", "live"],
  permissions: {
    "event.read": everyoneScoped,
    "event.follow": jobsOnly("live"),
    "event.deliver": jobsOnly("outbox"),
    "event.clean": jobsOnly("clean-up"),
  },
});
