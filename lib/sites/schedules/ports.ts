import type { Context } from "@/lib/core/context";
import type { Authorized } from "@/lib/core/permissions";

import type { ConflictReason } from "./schema";

/** A time range `[startsAt, endsAt)` in which one booking holds one place. */
export interface HeldRange {
  readonly stationId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** A slot as it is, or as it would be. */
export interface PlannedSlot {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly capacity: number;
  readonly held: number;
  readonly reserved: number;
}

/** A booking that would need a decision, and why. */
export interface MisfitBooking {
  readonly bookingId: string;
  readonly number: string;
  readonly ownerName: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly reason: ConflictReason;
  /** Whether it waits for a decision already. */
  readonly isFlagged: boolean;
}

declare module "@/lib/core/context" {
  interface Ports {
    /** bookings: every range from `from` on that holds capacity at the stations. */
    heldRanges(ctx: Context, stationIds: readonly string[], from: Date): Promise<HeldRange[]>;
    /** bookings: flags bookings that no longer fit their slots, and clears flags that are settled. */
    flagConflicts(ctx: Context, stationIds: readonly string[]): Promise<void>;
    /** bookings: which bookings would be flagged if these were the station's slots; soonest first. */
    misfitBookings(
      ctx: Context,
      station: Authorized<{ readonly stationId: string }>,
      slots: readonly PlannedSlot[],
    ): Promise<MisfitBooking[]>;
  }
}
