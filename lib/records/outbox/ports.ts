import type { Context } from "@/lib/core/context";
import type { EventType } from "@/lib/words";

import type { OutboxEvent } from "./schema";

/** What a room does when events of these types come. */
export interface Subscriber {
  /** Under which its deliveries are kept: never changed, and no other's. */
  readonly name: string;
  readonly on: readonly EventType[];
  /**
   * Does whatever the event calls for, in the transaction that marks it delivered, and waits for nothing outside of
   * the database; throwing undoes it and makes the event due again later. May be asked for the same event again.
   */
  readonly run: (ctx: Context, event: OutboxEvent) => Promise<void>;
}

declare module "@/lib/core/context" {
  interface Ports {
    /** Every room: what it does when events come. */
    subscribers(): readonly Subscriber[];
  }
}
