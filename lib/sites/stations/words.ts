import { z } from "zod";

import { dayMinutes, longestSlotMinutes, shortestSlotMinutes } from "@/lib/core/durations";
import { office } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { conflict, invalid, notFound, refused, rule } from "@/lib/words/refusals";
import { setting, whole } from "@/lib/words/setting";
import { sampleId } from "@/lib/words/sample-id";

import { approval } from "./schema";

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  jobs: ["import"],
  permissions: {
    "station.read": "public",
    "station.manage": office,
    "station.import": { ...office, Job: ["import"] },
    "connector.manage": office,
  },
  errors: {
    "station.not_found": notFound("There is no such station."),
    "station.has_future_bookings": rule<{ count: number; dates: readonly string[] }>(
      ({ count, dates }) =>
        `The station has ${count} future ${count === 1 ? "booking" : "bookings"}, on ${dates.join(", ")}. ` +
        "Move or cancel them first.",
    ),
    "station.inactive": rule("This station takes no bookings at present."),
    "station.status": conflict<{ status: string }>(
      ({ status }) => `The station is ${status} already.`,
    ),
    "station.business_required": invalid("Name the business that the station belongs to."),
    "address.no_geocoder": rule(
      "Addresses cannot be looked up here. Click on the map or paste coordinates.",
    ),
    "address.unavailable": refused.kind("ServiceUnavailable")(
      "Addresses cannot be looked up just now. Click on the map or paste coordinates.",
    ),
    "connector.not_found": notFound("There is no such connector."),
    "connector.number_taken": conflict("The station has a connector with this number already."),
    "connector.in_use": rule("A car is charging on this connector. Finish that session first."),
    "outage.not_found": notFound("There is no such outage, or it is over."),
    "import.unreadable": invalid<{ why: string }>(({ why }) => `The file cannot be read: ${why}`),
  },
  settings: {
    defaultSlotMinutes: setting(
      "DEFAULT_SLOT_MINUTES",
      whole(shortestSlotMinutes, longestSlotMinutes).refine(
        (minutes) => dayMinutes % minutes === 0,
        "Must divide a day evenly.",
      ),
      60,
      ["Business"],
      "Slot length of a new station that names none.",
      "stations",
    ),
    defaultApproval: setting(
      "DEFAULT_APPROVAL",
      approval,
      "Manual",
      ["Business"],
      "Approval of a new station that names none.",
      "stations",
    ),
  },
  events: {
    "station.created": z.object({ stationId: z.uuid() }),
    "station.changed": z.object({ stationId: z.uuid() }),
    "station.status_changed": z.object({ stationId: z.uuid(), from: z.string(), to: z.string() }),
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
      "RemoveConnector",
      "SetOutage",
      "EndOutage",
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
      places: { operator: 10, owner: 10 },
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
  },
  samplePaths: {
    "/stations/{id}": "stationId",
    "/stations/{id}/connectors/{connectorId}": "connectorId",
  },
});
