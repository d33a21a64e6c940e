import { onSite } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  needs: ["bookings", "sessions"],
  permissions: {
    "queue.read": onSite,
  },
  navigation: {
    today: { permission: "queue.read", icon: "ListChecks", path: "", places: { operator: 0 } },
  },
});
