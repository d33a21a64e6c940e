import { z } from "zod";

import type { PlaceView } from "@/lib/core/plugs";
import { everyoneScoped, jobsOnly, onSite } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { conflict, invalid, notFound, rule } from "@/lib/words/refusals";
import { bothLayers, flag, setting, whole } from "@/lib/words/setting";
import { sampleId } from "@/lib/words/sample-id";

/** A guest at the gate is no owner; then nobody is told. */
const about = { sessionId: z.uuid(), bookingId: z.uuid(), ownerId: z.uuid().nullable() };

/** Of the sample's session, as its events tell it. */
const ofSample = { sessionId: sampleId(9), bookingId: sampleId(8), ownerId: sampleId(16) };

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  needs: ["bookings"],
  jobs: ["photo-move"],
  permissions: {
    "session.checkin": onSite,
    "session.finalize": onSite,
    "session.walkIn": onSite,
    "session.update": onSite,
    "session.read": everyoneScoped,
    "receipt.read": everyoneScoped,
    "photo.move": jobsOnly("photo-move"),
    "session.import": jobsOnly("import"),
  },
  errors: {
    "session.not_found": notFound(),
    "session.running": rule(),
    "session.no_connector": conflict(),
    "session.no_suiting_connector": conflict<{
      /** Numbers of the free connectors, and what each is. */
      free: string;
      places: readonly (PlaceView & { readonly number: number })[];
      standard: string | null;
      minPowerKw: number | null;
    }>(),
    "session.place_awaited": conflict<{
      /** How many cars it is kept for, and when the booking's own time begins. */
      count: number;
      startsAt: Date;
      timeZone: string;
      place: string;
    }>(),
    "session.connector_busy": conflict(),
    "session.ended": conflict(),
    "session.begun_otherwise": conflict<{ startedAt: Date; timeZone: string; place: string }>(),
    "walkIn.not_allowed": rule(),
    "walkIn.owner_deactivated": rule(),
    "walkIn.place_needed": conflict<{ count: number }>(),
    "session.meter_required": rule(),
    "session.minutes_to_come": rule<{ minutes: number }>(),
    "session.before_last": rule<{ lastAt: Date; timeZone: string; place: string }>(),
    "session.paused": conflict(),
    "session.not_paused": conflict(),
    "photo.invalid": invalid(),
    "photo.not_found": notFound(),
    "photo.too_many": rule<{ max: number }>(),
    "receipt.not_found": notFound(),
  },
  settings: {
    walkIns: setting("WALK_INS", flag, true, bothLayers, "arrival"),
    reserveLeadMinutes: setting("RESERVE_LEAD_MINUTES", whole(0, 240), 15, bothLayers, "arrival"),
    ocpiCountryCode: setting(
      "OCPI_COUNTRY_CODE",
      z.string().regex(/^[A-Z]{2}$/),
      "US",
      ["Business"],
      "records",
    ),
    ocpiPartyId: setting(
      "OCPI_PARTY_ID",
      z.string().regex(/^[A-Z0-9]{3}$/),
      "BBK",
      ["Business"],
      "records",
    ),
  },
  events: {
    "session.started": z.object(about),
    "session.updated": z.object(about),
    "session.completed": z.object({ ...about, receiptNumber: z.string() }),
    "session.aborted": z.object(about),
    /** Past sessions of another system came to a business. */
    "history.imported": z.object({ businessId: z.uuid(), sessions: z.int() }),
  },
  outward: {
    "session.started": ofSample,
    "session.updated": ofSample,
    "session.completed": { ...ofSample, receiptNumber: "R-7F3K-2026-000001" },
    "session.aborted": ofSample,
    "history.imported": { businessId: sampleId(1), sessions: 1_200 },
  },
  subjects: { session: "sessionId", history: "businessId" },
  audited: {
    things: ["Session"],
    actions: [
      "Create",
      "Update",
      "Finalize",
      "Abort",
      "Pause",
      "Resume",
      "ChangeConnector",
      "AddPhoto",
    ],
    personal: { Session: ["notes", "note"] },
  },
  navigation: {
    scan: { permission: "session.checkin", icon: "ScanLine", places: { operator: 5 } },
    walkUp: {
      permission: "session.walkIn",
      icon: "CarFront",
      path: "walk-up",
      places: { operator: 6 },
    },
  },
  samples: {
    chargingSessionId: sampleId(9),
    /** Completed, with its receipt. */
    finishedSessionId: sampleId(10),
    receiptNumber: "R-7F3K-2026-000001",
    photoId: sampleId(11),
  },
  samplePaths: {
    "/sessions/{id}": "chargingSessionId",
    "/sessions/{id}/photos/{photoId}": "photoId",
    "/receipts/{number}": "receiptNumber",
  },
});
