import { everyoneScoped, office, staff } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  needs: ["notifications"],
  permissions: {
    "dashboard.read": everyoneScoped,
    "report.read": office,
    "shift.read": staff,
    "search.read": everyoneScoped,
  },
  navigation: {
    home: {
      permission: "dashboard.read",
      icon: "House",
      path: "",
      places: { admin: 0, backoffice: 0, owner: 0 },
    },
    cash: { permission: "report.read", icon: "Banknote", places: { backoffice: 75 } },
    shift: { permission: "shift.read", icon: "ClipboardList", places: { operator: 8 } },
    search: { permission: "search.read", icon: "Search", places: { admin: 70, backoffice: 80 } },
  },
});
