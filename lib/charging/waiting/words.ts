import { z } from "zod";

import { jobsOnly, owner } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { conflict, notFound, rule } from "@/lib/words/refusals";
import { bothLayers, setting, whole } from "@/lib/words/setting";
import { sampleId } from "@/lib/words/sample-id";

import { offerKind, type WaitingAction, type WaitingStatus } from "./schema";

/** With what one knows a place without asking for it. */
const toldWaiting = {
  waitingId: z.uuid(),
  kind: offerKind,
  ownerId: z.uuid(),
  stationId: z.uuid(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
};
const told = z.object(toldWaiting);

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  needs: ["bookings"],
  jobs: ["waiting"],
  permissions: {
    "waiting.join": owner,
    "waiting.read": owner,
    "waiting.serve": jobsOnly("waiting"),
  },
  errors: {
    "waiting.not_found": notFound(),
    "waiting.not_full": rule(),
    "waiting.too_many": rule<{ max: number }>(),
    "waiting.status": conflict<{ status: WaitingStatus; action: WaitingAction }>(),
    "offer.ended": conflict(),
  },
  settings: {
    offerMinutes: setting("OFFER_MINUTES", whole(1, 120), 10, bothLayers, "booking"),
    alternativeMinutes: setting("ALTERNATIVE_MINUTES", whole(1, 60), 2, bothLayers, "booking"),
    alternativesPerHour: setting("ALTERNATIVES_PER_HOUR", whole(0, 60), 3, bothLayers, "booking"),
  },
  published: ["offerMinutes"],
  events: {
    "waiting.joined": told,
    "waiting.offered": z.object({ ...toldWaiting, offerEndsAt: z.iso.datetime() }),
    "waiting.withdrawn": told,
    "waiting.left": told,
    "waiting.expired": z.object({ ...toldWaiting, wasOffered: z.boolean() }),
  },
  subjects: { waiting: "waitingId" },
  audited: {
    things: ["Waiting"],
    actions: ["Create", "Offer", "Withdraw", "Take", "Leave", "Expire"],
  },
  samples: {
    /** Of the sample's owner, for a slot that is full. */
    waitingId: sampleId(50),
  },
  samplePaths: { "/waiting/{id}": "waitingId" },
});
