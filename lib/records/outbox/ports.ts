import type { Config } from "@/lib/core/config";
import type { Context } from "@/lib/core/context";
import type { EventType } from "@/lib/words";

import type { OutboxEvent } from "./schema";

/** What a room does when events of these types come. */
export interface Subscriber {
  /** Under which its deliveries are kept: never changed, and no other's. */
  readonly name: string;
  readonly on: readonly EventType[];
  /** Whether this process is to write deliveries for it; always where nothing is said. */
  readonly isOn?: (config: Config) => boolean;
  /**
   * Does whatever the event calls for, in the transaction that marks it delivered, and waits for nothing outside of
   * the database; throwing undoes it and makes the event due again later. May be asked for the same event again.
   * None where a job of its room leases its deliveries and carries them out of the house.
   */
  readonly run?: (ctx: Context, event: OutboxEvent) => Promise<void>;
  /**
   * The same of many that are due together, in the order of writing, in fewer statements than one after another; all of
   * them or, where it throws, none: then each is handed to `run`.
   */
  readonly runTogether?: (ctx: Context, events: readonly OutboxEvent[]) => Promise<void>;
}

/** A subscriber that is handed its events. */
export type Hearer = Subscriber & { readonly run: NonNullable<Subscriber["run"]> };

declare module "@/lib/core/context" {
  interface Ports {
    /** Every room: what it does when events come. */
    subscribers(): readonly Subscriber[];
  }
}
