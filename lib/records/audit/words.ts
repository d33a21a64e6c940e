import { everyoneScoped, jobsOnly } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  jobs: ["seal", "invariants"],
  permissions: {
    "audit.read": everyoneScoped,
    "audit.seal": jobsOnly("seal"),
    "audit.verify": { SystemAdmin: "any", Job: ["invariants"] },
  },
  navigation: {
    audits: { permission: "audit.read", icon: "ScrollText", places: { admin: 80, backoffice: 90 } },
  },
});
