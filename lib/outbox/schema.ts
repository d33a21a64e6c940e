import { z } from "zod";

/** Every event that a room tells the others. Payloads carry ids and facts, never secrets. */
export const eventType = z.enum([
  "business.requested",
  "business.approved",
  "business.rejected",
  "user.created",
  "user.changed",
  "user.invited",
  "user.password_reset_requested",
  "user.password_changed",
  "user.deactivated",
  "user.reactivated",
  "user.blocked",
  "owner.registered",
  "station.created",
  "station.changed",
  "station.status_changed",
  "schedule.changed",
  "setting.changed",
  "booking.created",
  "booking.approved",
  "booking.rejected",
  "booking.changed",
  "booking.canceled",
  "booking.no_show",
  "booking.conflict",
  "booking.conflict_settled",
  "qr.issued",
  "session.started",
  "session.updated",
  "session.completed",
  "session.aborted",
]);
export type EventType = z.infer<typeof eventType>;

/** A new event. `businessId` and `stationId` say whom it concerns, for live views. */
export interface NewEvent {
  readonly type: EventType;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly businessId?: string | null;
  readonly stationId?: string | null;
}

/** An event as a handler receives it. */
export interface OutboxEvent extends NewEvent {
  readonly id: string;
  readonly at: Date;
  /** How many times it has been tried, this time included. */
  readonly attempts: number;
}
