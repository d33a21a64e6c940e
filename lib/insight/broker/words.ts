import { defineWords } from "@/lib/words/define-words";
import { jobsOnly } from "@/lib/words/grants";

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  jobs: ["broker"],
  permissions: { "event.relay": jobsOnly("broker") },
});
