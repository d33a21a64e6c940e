import { z } from "zod";

import { forwardOnly, idOf, instant, instantView, plugAsked, powerAsked } from "@/lib/core/fields";

import { offerKind, waitingAction, waitingStatus } from "./schema/states";

export {
  liveStatuses,
  offerKind,
  waitingAction,
  waitingStatus,
  type OfferKind,
  type WaitingAction,
  type WaitingStatus,
} from "./schema/states";

export const JoinWaiting = z
  .strictObject({
    startsAt: instant,
    endsAt: instant,
    /** The plug that the car needs, and the least power in kW; any by default. */
    standard: plugAsked.optional(),
    minPowerKw: powerAsked.optional(),
  })
  .refine(...forwardOnly);
export type JoinWaiting = z.infer<typeof JoinWaiting>;

export const ReadWaiting = z.object({
  /** At this station alone. */
  stationId: idOf("station_id").optional(),
});
export type ReadWaiting = z.infer<typeof ReadWaiting>;

// ── What goes out ────────────────────────────────────────────────────────────────────────────────

export const WaitingView = z.object({
  id: z.uuid(),
  kind: offerKind,
  status: waitingStatus,
  stationId: z.uuid(),
  stationName: z.string(),
  timeZone: z.string(),
  startsAt: instantView,
  endsAt: instantView,
  /** OCPI ConnectorTypes of which one is enough; null for any. */
  standards: z.array(z.string()).nullable(),
  minPowerKw: z.number().nullable(),
  /** Whose turn it is, from 1, among all who wait there for a time that overlaps; null once the line is left, and for an alternative, which stood in none. */
  rank: z.int().nullable(),
  /** What to book with while a place is held, and until when it is. */
  offerId: z.uuid().optional(),
  offerEndsAt: instantView.optional(),
  can: z.array(waitingAction),
});
export type WaitingView = z.infer<typeof WaitingView>;
