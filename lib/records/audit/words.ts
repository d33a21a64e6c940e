import { everyoneScoped } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  permissions: {
    "audit.read": everyoneScoped,
  },
  navigation: {
    audits: { permission: "audit.read", icon: "ScrollText", places: { admin: 80, backoffice: 90 } },
  },
});
