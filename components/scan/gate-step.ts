import type { QueuedArrival, QueueView } from "@/lib/charging/queue/schema";

import type { Named } from "./ask-gate";
import type { Explained } from "./why";

/** What was scanned or typed, and the arrival that this phone knows by it. */
export interface Seen {
  readonly named: Named;
  readonly arrival: QueuedArrival | null;
}

/** Where the gate stands. */
export type Step =
  /**
   * `awaited`: whose code is asked for, where the operator said who comes; `gone`: how the booking stands that they came
   * from, where it is not to come; `typed`: what is too short for a code.
   */
  | {
      readonly at: "Aim";
      readonly awaited?: QueuedArrival;
      readonly gone?: Gone;
      readonly typed?: string;
    }
  | { readonly at: "Asking" }
  /** A booking of the list, to be confirmed; `opensAt` where it is too early still, `awaited` where another was. */
  | {
      readonly at: "Found";
      readonly seen: Seen;
      readonly opensAt?: string;
      readonly awaited?: QueuedArrival;
    }
  /** Confirmed; what becomes of it is the act's to say, once it is kept and has its key. `connector`: its number. */
  | {
      readonly at: "Sent";
      readonly seen: Seen;
      readonly key: string | null;
      readonly connector?: number;
    }
  | CheckedIn
  /** `awaited`: whose code is asked for still, whether this was theirs or not. */
  | {
      readonly at: "No";
      readonly explained: Explained;
      readonly seen: Seen | null;
      readonly awaited?: QueuedArrival;
    };

/** How a booking stands that is none of the arrivals, as far as the queue tells. */
export type Gone = "In" | "Pending" | "None";

export interface CheckedIn {
  readonly at: "In";
  readonly name: string;
  readonly connector?: number;
  readonly bookingId: string;
}

/** How a booking stands that is not to come. */
export function standingOf(id: string, { inProgress, approvals }: QueueView): Gone {
  if (inProgress.some(({ bookingId }) => bookingId === id)) return "In";
  return approvals.some((booking) => booking.id === id) ? "Pending" : "None";
}
