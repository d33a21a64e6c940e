import { z } from "zod";

import { jobsOnly, office, staff } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { conflict, invalid, notFound } from "@/lib/words/refusals";
import { setting, whole } from "@/lib/words/setting";
import { sampleId } from "@/lib/words/sample-id";

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  needs: ["stations"],
  jobs: ["slots"],
  permissions: {
    "schedule.read": staff,
    "schedule.manage": office,
    "slot.refresh": jobsOnly("slots"),
    "slot.clean": jobsOnly("clean-up"),
  },
  errors: {
    "schedule.windows_overlap": invalid(),
    "schedule.changed": conflict(),
    "availability.range": invalid(),
    "hold.how_many_or_which": invalid(),
    "hold.backwards": invalid(),
    "hold.over": invalid(),
    "hold.not_found": notFound(),
  },
  settings: {
    slotHorizonDays: setting("SLOT_HORIZON_DAYS", whole(1, 60), 14, []),
  },
  events: {
    "schedule.changed": z.object({ stationId: z.uuid(), holdId: z.uuid().optional() }),
  },
  outward: { "schedule.changed": { stationId: sampleId(3), holdId: sampleId(5) } },
  subjects: { schedule: "stationId" },
  shortcuts: {
    closeDates: { permission: "schedule.manage", path: "closing", places: { backoffice: 21 } },
  },
  audited: {
    things: [],
    actions: ["SetSchedule", "AddHold", "UpdateHold", "RemoveHold"],
    // With its reason, in a person's own words.
    personal: { Station: ["hold"] },
  },
  samples: { holdId: sampleId(5) },
  samplePaths: { "/stations/{id}/holds/{holdId}": "holdId" },
});
