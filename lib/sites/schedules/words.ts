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
    "schedule.windows_overlap": invalid("Two opening windows overlap."),
    "schedule.changed": conflict(
      "Somebody else changed the opening hours in the meantime. Look at theirs before you set yours.",
    ),
    "availability.range": invalid("Ask for at most 31 days, the end after the start."),
    "hold.how_many_or_which": invalid("Say either how many connectors or which ones."),
    "hold.backwards": invalid("The end must be after the start."),
    "hold.over": invalid("The end must be in the future."),
    "hold.not_found": notFound("There is no such hold."),
  },
  settings: {
    slotHorizonDays: setting(
      "SLOT_HORIZON_DAYS",
      whole(1, 60),
      14,
      [],
      "How many days ahead slots are built.",
    ),
  },
  events: {
    "schedule.changed": z.object({ stationId: z.uuid(), holdId: z.uuid().optional() }),
  },
  subjects: { schedule: "stationId" },
  audited: {
    things: [],
    actions: ["SetSchedule", "AddHold", "UpdateHold", "RemoveHold"],
    // With its reason, in a person's own words.
    personal: { Station: ["hold"] },
  },
  samples: { holdId: sampleId(5) },
  samplePaths: { "/stations/{id}/holds/{holdId}": "holdId" },
});
