import { admin, jobsOnly } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { notFound } from "@/lib/words/refusals";

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  jobs: ["mailings", "messages"],
  permissions: {
    "message.read": admin,
    "message.send": jobsOnly("messages"),
    "message.spread": jobsOnly("mailings"),
  },
  errors: {
    "message.not_found": notFound(),
  },
  navigation: {
    messages: { permission: "message.read", icon: "Mail", places: { admin: 90 } },
  },
});
