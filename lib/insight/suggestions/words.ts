import { owner } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  permissions: {
    "suggestion.read": owner,
    "suggestion.plan": { Backoffice: "business" },
  },
});
