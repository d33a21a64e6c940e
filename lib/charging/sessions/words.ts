import { z } from "zod";

import { everyoneScoped, jobsOnly, onSite } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { conflict, invalid, notFound, rule } from "@/lib/words/refusals";
import { setting } from "@/lib/words/setting";
import { sampleId } from "@/lib/words/sample-id";

const about = { sessionId: z.uuid(), bookingId: z.uuid(), ownerId: z.uuid() };

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  needs: ["bookings"],
  jobs: ["photo-move"],
  permissions: {
    "session.checkin": onSite,
    "session.finalize": onSite,
    "session.update": onSite,
    "session.read": everyoneScoped,
    "receipt.read": everyoneScoped,
    "photo.move": jobsOnly("photo-move"),
  },
  errors: {
    "session.not_found": notFound("There is no such session."),
    "session.no_connector": conflict("No connector is free at this station just now."),
    "session.connector_busy": conflict("A car is charging on this connector already."),
    "session.ended": conflict("The session has ended."),
    "session.meter_required": rule("This price needs the meter's reading: give the kWh."),
    "session.paused": conflict("The session is paused already."),
    "session.not_paused": conflict("The session is not paused."),
    "photo.invalid": invalid(
      "A photo must be a JPEG, PNG, GIF or WebP picture of at most 5 MiB and 40 megapixels.",
    ),
    "photo.not_found": notFound("There is no such photo."),
    "photo.too_many": rule<{ max: number }>(({ max }) => `A session keeps at most ${max} photos.`),
    "receipt.not_found": notFound("There is no such receipt."),
  },
  settings: {
    ocpiCountryCode: setting(
      "OCPI_COUNTRY_CODE",
      z.string().regex(/^[A-Z]{2}$/),
      "US",
      ["Business"],
      "Country of the party in charge detail records (ISO 3166-1 alpha-2).",
      "records",
    ),
    ocpiPartyId: setting(
      "OCPI_PARTY_ID",
      z.string().regex(/^[A-Z0-9]{3}$/),
      "BBK",
      ["Business"],
      "Identity of the party in charge detail records (OCPI, 3 characters).",
      "records",
    ),
  },
  events: {
    "session.started": z.object(about),
    "session.updated": z.object(about),
    "session.completed": z.object({ ...about, receiptNumber: z.string() }),
    "session.aborted": z.object(about),
  },
  subjects: { session: "sessionId" },
  audited: {
    things: ["Session"],
    actions: ["Create", "Update", "Finalize", "Abort", "Pause", "Resume", "AddPhoto"],
    personal: { Session: ["notes"] },
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
