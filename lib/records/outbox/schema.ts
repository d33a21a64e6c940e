import { z } from "zod";

import { anyId, instantView, lineOfText, sortBy } from "@/lib/core/fields";
import type { eventPayloads, EventType } from "@/lib/words";

/** Whom an event concerns, for live views. */
interface Concerned {
  readonly businessId?: string | null;
  readonly stationId?: string | null;
}

/** A new event, with the payload that its type has. */
export type NewEvent = {
  [T in EventType]: Concerned & {
    readonly type: T;
    readonly payload: z.input<(typeof eventPayloads)[T]>;
  };
}[EventType];

/** An event as live views hear of it. */
export interface ToldEvent extends Concerned {
  readonly type: EventType;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly id: string;
  readonly at: Date;
}

/** Places among the events' positions that were empty when they were looked at, the first and the last included. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** Milliseconds since 1970 from when on it counts as empty for good. */
  readonly until: number;
}

/** What a follower has seen: every event up to the position, but for what may still come into the gaps. */
export interface Cursor {
  readonly position: number;
  readonly gaps: readonly Gap[];
}

/** An event as a subscriber receives it. */
export interface OutboxEvent extends ToldEvent {
  /** What it is about: `booking/0199…`. A subscriber hears of one subject in order. */
  readonly subject: string;
  /** How many times it has been tried for this subscriber, this time included. */
  readonly attempts: number;
}

/** `Waiting`: due, or to be tried again; `Parked`: given up after the last try, until somebody asks for another. */
export const deliveryState = z.enum(["Waiting", "Parked"]);
export type DeliveryState = z.infer<typeof deliveryState>;

const subscriberName = lineOfText(60);

export const ListDeliveries = z.object({
  state: deliveryState.optional(),
  /** The whole name. */
  subscriber: subscriberName.optional(),
  /** By when the event happened; newest first without it. */
  sort: sortBy("at").optional(),
});
export type ListDeliveries = z.infer<typeof ListDeliveries>;

/** Which of an event's deliveries: the one to this subscriber. */
export const RetryDelivery = z.strictObject({ subscriber: subscriberName });
export type RetryDelivery = { readonly eventId: string } & z.infer<typeof RetryDelivery>;

/** What is done to a delivery: one that was given up is tried once more. */
const deliveryAction = z.enum(["retry"]);

export const DeliveryView = z.object({
  eventId: anyId,
  subscriber: z.string(),
  type: z.string(),
  /** What the event is about: `booking/0199…`. */
  subject: z.string(),
  at: instantView,
  state: deliveryState,
  attempts: z.int(),
  /** Why the last try failed. */
  lastError: z.string().nullable(),
  nextAttemptAt: instantView,
  parkedAt: instantView.nullable(),
  /** What the caller may do with it now. */
  can: z.array(deliveryAction),
});
export type DeliveryView = z.infer<typeof DeliveryView>;
