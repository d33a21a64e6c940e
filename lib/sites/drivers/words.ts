import { z } from "zod";

import { owner } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { conflict, invalid, notFound, rule } from "@/lib/words/refusals";
import { sampleId } from "@/lib/words/sample-id";

const told = z.object({ vehicleId: z.uuid(), ownerId: z.uuid() });

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  needs: ["stations", "schedules"],
  permissions: {
    "vehicle.manage": owner,
    "favourite.manage": owner,
  },
  errors: {
    "vehicle.not_found": notFound(),
    "vehicle.too_many": rule<{ max: number }>(),
    "vehicle.year": invalid<{ least: number; most: number }>(),
    "vehicle.plate_taken": conflict(),
    "vehicle.no_photo": notFound(),
    "vehicle.photo_invalid": invalid(),
    "favourite.too_many": rule<{ max: number }>(),
  },
  events: {
    "vehicle.added": told,
    "vehicle.changed": told,
    "vehicle.removed": told,
  },
  subjects: { vehicle: "vehicleId" },
  audited: {
    things: ["Vehicle"],
    actions: ["Create", "Update", "SetDefault", "Remove"],
    personal: { Vehicle: ["make", "model", "year", "plate"] },
  },
  navigation: {
    // A driver's first page.
    finder: { permission: "dashboard.read", icon: "MapPin", path: "", places: { owner: 0 } },
  },
  samples: {
    /** The default of the sample's owner. */
    vehicleId: sampleId(70),
    otherVehicleId: sampleId(71),
  },
  samplePaths: { "/profile/vehicles/{id}": "vehicleId" },
});
