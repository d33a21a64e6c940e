import { z } from "zod";

import { idOf, instantView, pageOfText } from "@/lib/core/fields";
import { bookingAction, bookingStatus, BookingView } from "@/lib/charging/bookings/schema";
import { sessionAction, SessionView } from "@/lib/charging/sessions/schema";
import { offlineAct } from "./schema/acts";
import { conflictReason, loweringCause } from "@/lib/sites/schedules/schema";

export { offlineAct, type OfflineAct } from "./schema/acts";

export const ReadQueue = z.object({
  /** One of the caller's stations; all of them without. */
  stationId: idOf("station_id").optional(),
});
export type ReadQueue = z.infer<typeof ReadQueue>;

export const ListExceptions = z.object({
  stationId: idOf("station_id").optional(),
  /** Those at the stations of one business. */
  businessId: idOf("business_id").optional(),
  /** Those that were settled, or those that wait; all without. */
  settled: z.stringbool().optional(),
});
export type ListExceptions = z.infer<typeof ListExceptions>;

export const SettleException = z.strictObject({
  /** What was done about it. */
  note: pageOfText(2_000).optional(),
});
export type SettleException = z.infer<typeof SettleException>;

// ── What goes out ────────────────────────────────────────────────────────────────────────────────

const ConnectorOffer = z.object({
  id: z.uuid(),
  number: z.int(),
  standards: z.array(z.string()),
  maxPowerKw: z.number().nullable(),
});
export type ConnectorOffer = z.infer<typeof ConnectorOffer>;

const row = {
  /** Since when it waits for somebody; ahead of now where its time has not come. */
  waitingSince: instantView,
};
const bookingRow = BookingView.omit({ qr: true, history: true }).extend({
  ...row,
  /** What it waits for, one of `can`. */
  action: bookingAction,
});

/** A booking that waits to be approved or rejected. */
export const QueuedApproval = bookingRow;
export type QueuedApproval = z.infer<typeof QueuedApproval>;

/** A booking whose car is to be let in now or soon. */
export const QueuedArrival = bookingRow.extend({
  /** The check-in window, both ends included. */
  opensAt: instantView,
  closesAt: instantView,
  /** Hex SHA-256 of the QR code's content, to recognise it without network. */
  tokenSha256: z.string(),
  /** Hex of the first 4 bytes of SHA-256 of `<id>:<code>`, the code in capitals without its dash. */
  codeCheck: z.string(),
  /** The connector that check-in would take now; null where none is free that suits. */
  proposedConnector: ConnectorOffer.nullable(),
  /** All connectors in service that suit the car, that which check-in would take first before all others, free or not. */
  suitingConnectorIds: z.array(z.uuid()),
});
export type QueuedArrival = z.infer<typeof QueuedArrival>;

/** A car that charges. */
export const QueuedSession = SessionView.extend({
  ...row,
  action: sessionAction,
  /** All connectors in service that suit the car, that which it would be let in on first before all others, free or not. */
  suitingConnectorIds: z.array(z.uuid()),
});
export type QueuedSession = z.infer<typeof QueuedSession>;

const exceptionRow = {
  /** Stays the same as long as it is the same exception. */
  id: z.string(),
  stationId: z.uuid(),
  stationName: z.string(),
  timeZone: z.string(),
  since: instantView,
};
const ofBooking = {
  bookingNumber: z.string(),
  ownerName: BookingView.shape.ownerName,
  vehiclePlate: BookingView.shape.vehiclePlate,
  startsAt: instantView,
  endsAt: instantView,
};
const missed = {
  bookingId: z.uuid(),
  action: bookingAction.optional(),
  /** `closesAt`: when check-in closes, or closed. */
  facts: z.object({ ...ofBooking, closesAt: instantView }),
};

/** An act of a phone without network that was refused when it was told: what the phone did, and what had been done here. */
const offlineRefused = z.object({
  ...exceptionRow,
  kind: z.literal("OfflineRefused"),
  bookingId: z.uuid(),
  sessionId: z.uuid().nullable(),
  action: z.literal("settle").optional(),
  facts: z.object({
    ...ofBooking,
    act: offlineAct,
    /** When it was done by the phone, and whose it is. */
    at: instantView,
    by: z.string(),
    /** What it was done with: `kWh`, `payment`, `connectorId`, `note` … as they were sent. */
    told: z.record(z.string(), z.unknown()),
    /** The number of the connector that `told` names, and the currency of its amounts. */
    connectorNumber: z.int().nullable(),
    currency: z.string(),
    /** Why it was refused, as the answer said; `message` in the reader's language. */
    code: z.string(),
    details: z.record(z.string(), z.unknown()),
    message: z.string(),
    /** What had been done here last. */
    found: z.object({
      status: bookingStatus,
      action: z.string().nullable(),
      at: instantView.nullable(),
      by: z.string().nullable(),
    }),
  }),
});

/** The same as its list and its settling answer it. */
export const OfflineException = offlineRefused.extend({
  settledAt: instantView.nullable(),
  settledBy: z.string().nullable(),
  note: z.string().nullable(),
});
export type OfflineException = z.infer<typeof OfflineException>;

/** Something that went otherwise than planned, with values to word it by. */
export const QueuedException = z.discriminatedUnion("kind", [
  /** Nobody came in time; `action` while they may still be let in. */
  z.object({ ...exceptionRow, kind: z.literal("NoShow"), ...missed }),
  /** Approved, and too late to check in. */
  z.object({ ...exceptionRow, kind: z.literal("CodeExpired"), ...missed }),
  /** A car that charges past its booked time. */
  z.object({
    ...exceptionRow,
    kind: z.literal("Overstay"),
    bookingId: z.uuid(),
    sessionId: z.uuid(),
    action: sessionAction,
    facts: z.object({ ...ofBooking, connectorNumber: z.int(), next: SessionView.shape.next }),
  }),
  /** Fewer places than usual today. */
  z.object({
    ...exceptionRow,
    kind: z.literal("CapacityChanged"),
    facts: z.object({
      /** Connectors in service, and the fewest places of a slot of today that is not over. */
      usual: z.int(),
      capacity: z.int(),
      /** From the first such slot to the last one's end. */
      startsAt: instantView,
      endsAt: instantView,
      causes: z.array(loweringCause),
    }),
  }),
  /** A booking that no longer fits its station's slots. */
  z.object({
    ...exceptionRow,
    kind: z.literal("Conflict"),
    bookingId: z.uuid(),
    action: bookingAction,
    facts: z.object({ ...ofBooking, reason: conflictReason }),
  }),
  /** Its owner said that they come late: the place is kept until `lateUntil`. */
  z.object({
    ...exceptionRow,
    kind: z.literal("RunningLate"),
    ...missed,
    facts: z.object({ ...ofBooking, lateUntil: instantView }),
  }),
  offlineRefused,
]);
export type QueuedException = z.infer<typeof QueuedException>;

export const QueueView = z.object({
  serverTime: instantView,
  approvals: z.array(QueuedApproval),
  arrivals: z.array(QueuedArrival),
  inProgress: z.array(QueuedSession),
  exceptions: z.array(QueuedException),
  /** How many there are of each, also where a list is cut. */
  counts: z.object({
    approvals: z.int(),
    arrivals: z.int(),
    inProgress: z.int(),
    exceptions: z.int(),
  }),
});
export type QueueView = z.infer<typeof QueueView>;
