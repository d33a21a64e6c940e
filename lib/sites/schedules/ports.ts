import type { Context } from "@/lib/core/context";
import type { Authorized } from "@/lib/core/permissions";

import type { Claim } from "./find-claims";
import type { ConflictReason } from "./schema";

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
    /** bookings: the claims of those that hold a place at the stations, all that can matter from `from` on. */
    bookingClaims(ctx: Context, stationIds: readonly string[], from: Date): Promise<Claim[]>;
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
