import type { SQL } from "drizzle-orm";

import type { Context } from "@/lib/core/context";
import type { Authorized } from "@/lib/core/permissions";

import type { Claim } from "./find-claims";
import type { NumberedGroup } from "./lot-of";
import type { Need } from "./place-groups";
import type { Slot } from "./rules";
import type { ConflictReason } from "./schema";

/** A booking that would need a decision, and why. */
export interface MisfitBooking {
  readonly bookingId: string;
  readonly number: string;
  readonly ownerName: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly reason: ConflictReason;
  readonly standard: string | null;
  readonly minPowerKw: number | null;
  /** Whether it waits for a decision already. */
  readonly isFlagged: boolean;
}

/** Who holds a place at a station, when, and what their car asks of it. */
export interface PlaceHolder {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly group: number;
  readonly need: Need;
  /** Whether it may go to another group: nobody has come for it yet, nor may. */
  readonly mayMove: boolean;
  /** Whether somebody must decide about it, because it fits nowhere. */
  readonly isFlagged: boolean;
}

/** A time at a station for which somebody may wait. */
export interface WaitedRange {
  readonly stationId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

declare module "@/lib/core/context" {
  interface Ports {
    /** bookings: the claims of those that hold a place at the stations, all that can matter from `from` on. */
    bookingClaims(ctx: Context, stationIds: readonly string[], from: Date): Promise<Claim[]>;
    /** waiting: the claims of places that are held at the stations, all that can matter from `from` on. */
    offerClaims(ctx: Context, stationIds: readonly string[], from: Date): Promise<Claim[]>;
    /** waiting: the same of one station, with what their cars ask; none may go to another group. */
    offerHolders(ctx: Context, stationId: string, from: Date): Promise<PlaceHolder[]>;
    /** waiting: whether somebody waits for a time at the station that overlaps the range, as a condition in SQL. */
    someoneWaits(range: WaitedRange & { readonly now: Date }): SQL;
    /** waiting: offers what is free at the station, which is locked alone, to those in line; how many it were. */
    offerPlaces(ctx: Context, stationId: string): Promise<number>;
    /**
     * bookings: all that hold a place at the station and end after `from`. To `move` them, those that may are locked,
     * and what another transaction holds may not; to `look`, nothing is locked.
     */
    placeHolders(
      ctx: Context,
      stationId: string,
      from: Date,
      to: "move" | "look",
    ): Promise<PlaceHolder[]>;
    /** sessions: on which connector each car charges that charges at the stations, its number by the booking. */
    connectorsInUse(
      ctx: Context,
      stationIds: readonly string[],
    ): Promise<ReadonlyMap<string, number>>;
    /** sessions: the ids of the connectors at which cars charge at the stations. */
    busyConnectors(ctx: Context, stationIds: readonly string[]): Promise<ReadonlySet<string>>;
    /** bookings: notes in which group each of the bookings holds its place now. */
    changeGroups(
      ctx: Context,
      moves: readonly { readonly id: string; readonly group: number }[],
    ): Promise<void>;
    /** bookings: flags bookings that no longer fit their slots, and clears flags that are settled. */
    flagConflicts(ctx: Context, stationIds: readonly string[]): Promise<void>;
    /** bookings: which bookings would be flagged if these were the station's slots; soonest first. */
    misfitBookings(
      ctx: Context,
      station: Authorized<{ readonly stationId: string }>,
      planned: { readonly groups: readonly NumberedGroup[]; readonly slots: readonly Slot[] },
    ): Promise<MisfitBooking[]>;
  }
}
