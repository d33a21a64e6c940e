import { z } from "zod";
import { fault } from "@/lib/core/fault";

import { dayMinutes, longestSlotMinutes, shortestSlotMinutes } from "@/lib/core/durations";
import { jobsOnly, office } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { conflict, invalid, notFound, refused, rule } from "@/lib/words/refusals";
import { setting, whole } from "@/lib/words/setting";
import { sampleId } from "@/lib/words/sample-id";

import { approval, type StationStatus } from "./schema";

/** Why a file cannot be imported, the columns that it lacks, and how many rows it may have. */
interface Unreadable {
  readonly why:
    | "no_text"
    | "spreadsheet"
    | "no_header"
    | "empty"
    | "no_column"
    | "no_json"
    | "no_list"
    | "too_many";
  readonly columns?: readonly string[];
  readonly most?: number;
}

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  jobs: ["import", "map-cells"],
  permissions: {
    "station.read": "public",
    "station.manage": office,
    "station.count": jobsOnly("map-cells"),
    "station.import": { ...office, Job: ["import"] },
    "connector.manage": office,
  },
  errors: {
    "station.not_found": notFound(),
    "station.has_future_bookings": rule<{ count: number; dates: readonly string[] }>(),
    "station.inactive": rule(),
    "station.status": conflict<{ status: StationStatus }>(),
    "station.business_required": invalid(),
    "station.business_fixed": rule(),
    "address.no_geocoder": rule(),
    "address.unavailable": refused.kind("ServiceUnavailable")(),
    "connector.not_found": notFound(),
    "connector.number_taken": conflict(),
    "connector.in_use": rule(),
    "outage.not_found": notFound(),
    "image.invalid": invalid(),
    "image.too_many": rule<{ max: number }>(),
    "image.not_found": notFound(),
    "import.unreadable": invalid<Unreadable>(),
    "import.running": conflict(),
    "import.stopped": conflict(),
  },
  settings: {
    defaultSlotMinutes: setting(
      "DEFAULT_SLOT_MINUTES",
      whole(shortestSlotMinutes, longestSlotMinutes).refine(
        (minutes) => dayMinutes % minutes === 0,
        fault("divides_day"),
      ),
      60,
      ["Business"],
      "stations",
    ),
    defaultApproval: setting("DEFAULT_APPROVAL", approval, "Manual", ["Business"], "stations"),
  },
  events: {
    "station.created": z.object({ stationId: z.uuid() }),
    "station.changed": z.object({ stationId: z.uuid() }),
    "station.status_changed": z.object({ stationId: z.uuid(), from: z.string(), to: z.string() }),
  },
  outward: {
    "station.created": { stationId: sampleId(3) },
    "station.changed": { stationId: sampleId(3) },
    "station.status_changed": { stationId: sampleId(3), from: "Active", to: "Maintenance" },
  },
  subjects: { station: "stationId" },
  audited: {
    things: ["Station"],
    actions: [
      "Create",
      "Update",
      "Deactivate",
      "SetStatus",
      "SetTariff",
      "AddConnector",
      "UpdateConnector",
      "SetOutage",
      "EndOutage",
      "SetImages",
      "Import",
    ],
    // A job that ends an outage repeats what a person may have written.
    personal: { Station: ["reason"] },
  },
  navigation: {
    stations: {
      permission: "station.manage",
      icon: "PlugZap",
      places: { admin: 30, backoffice: 40 },
    },
    import: {
      permission: "station.import",
      icon: "FileUp",
      places: { admin: 100, backoffice: 100 },
    },
    find: {
      permission: "station.read",
      icon: "MapPin",
      path: "/",
      places: { operator: 10 },
    },
  },
  shortcuts: {
    addStation: {
      permission: "station.manage",
      path: "stations/new",
      places: { admin: 20, backoffice: 20 },
    },
  },
  samples: {
    stationId: sampleId(3),
    /** Has no bookings to come. */
    idleStationId: sampleId(18),
    connectorId: sampleId(4),
    stationImageId: sampleId(95),
  },
  samplePaths: {
    "/stations/{id}": "stationId",
    "/stations/{id}/connectors/{connectorId}": "connectorId",
    "/stations/{id}/images/{imageId}": "stationImageId",
  },
});
