import type { z } from "zod";

import type { eventPayloads, EventType } from "@/lib/words";

/** Events that one look for live views answers at most. */
export const mostEvents = 500;

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

/** An event as a handler receives it. */
export interface OutboxEvent extends Concerned {
  readonly type: EventType;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly id: string;
  readonly at: Date;
  /** How many times it has been tried, this time included. */
  readonly attempts: number;
}
