import { everyoneScoped } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  permissions: {
    "search.read": everyoneScoped,
    // An office finds those whom it served, an operator those of today's bookings (product.md, matrix).
    "search.owners": { SystemAdmin: "any", Backoffice: "business", Operator: "station" },
  },
  navigation: {
    search: {
      permission: "search.read",
      icon: "Search",
      places: { admin: 70, backoffice: 80, operator: 9 },
    },
  },
});
