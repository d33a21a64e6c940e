import { z } from "zod";

import { partOfLine } from "@/lib/core/fields";
import { everyoneScoped, jobsOnly, office, owner, staff } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { conflict, notFound, rule } from "@/lib/words/refusals";
import { sampleId } from "@/lib/words/sample-id";
import { setting } from "@/lib/words/setting";

const within = (least: number, most: number) => z.number().min(least).max(most);

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  needs: ["inbox", "notifications"],
  jobs: ["report-days", "report-mails"],
  permissions: {
    "report.roll": jobsOnly("report-days"),
    "dashboard.read": everyoneScoped,
    "dashboard.own": owner,
    "report.read": office,
    "report.subscribe": { SystemAdmin: "own", Backoffice: "own" },
    "report.send": jobsOnly("report-mails"),
    "shift.read": staff,
  },
  errors: {
    "report_subscription.not_found": notFound(),
    "report_subscription.exists": conflict(),
    "report_subscription.too_many": rule<{ max: number }>(),
  },
  samples: { reportSubscriptionId: sampleId(60) },
  samplePaths: { "/reports/subscriptions/{id}": "reportSubscriptionId" },
  settings: {
    // What an electric car needs, a petrol car makes and the grid's power makes (operations.md 6.1).
    kwhPer100Km: setting("KWH_PER_100_KM", within(5, 60), 18, ["Business"], "records"),
    petrolGramsPerKm: setting("PETROL_GRAMS_PER_KM", within(0, 500), 170, ["Business"], "records"),
    gridGramsPerKwh: setting("GRID_GRAMS_PER_KWH", within(0, 1_500), 400, ["Business"], "records"),
    // Who says so; what an empty one means say the catalogues.
    co2Source: setting("CO2_SOURCE", partOfLine(200), "", ["Business"], "records"),
  },
  navigation: {
    home: {
      permission: "dashboard.read",
      icon: "House",
      path: "",
      places: { admin: 0, backoffice: 0 },
    },
    reports: {
      permission: "report.read",
      icon: "ChartColumn",
      places: { admin: 65, backoffice: 72 },
    },
    cash: { permission: "report.read", icon: "Banknote", places: { backoffice: 75 } },
    shift: { permission: "shift.read", icon: "ClipboardList", places: { operator: 8 } },
  },
});
