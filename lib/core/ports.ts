import type { Context } from "./context";
import type { Weekday } from "./calendar";

/** A time range `[startsAt, endsAt)` in which one booking holds one place. */
export interface HeldRange {
  readonly stationId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** A station's opening hours, week by week: windows `HH:mm` in its own time, as a schedule has them. */
export interface WeeklyHours {
  readonly stationId: string;
  readonly weekly: Readonly<Record<Weekday, readonly { start: string; end: string }[]>>;
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
  readonly reason: "OverCapacity" | "OutsideSlots";
  /** Whether it waits for a decision already. */
  readonly isFlagged: boolean;
}

/** What stands in the way of a deactivation: how many future bookings, on which days. */
export interface FutureBookings {
  readonly count: number;
  /** Calendar days in the station's zone, `YYYY-MM-DD`, ascending, without repeats. */
  readonly dates: readonly string[];
}

/** Something that an audit record is about. */
export interface AuditedThing {
  readonly entity: "Booking" | "Session" | "Station" | "Business" | "User" | "Setting";
  readonly entityId: string;
}

/**
 * The questions and orders that a room of lower rank has for one of higher rank. Rooms never import
 * upwards, so `lib/process/wiring.ts` binds these to the higher rooms and every Context carries them.
 */
export interface Ports {
  /** businesses: throws `business.not_found` or `business.not_active` unless the business is Active. */
  assertBusinessActive(ctx: Context, businessId: string): Promise<void>;
  /** stations: the one business that runs all these stations; null when there is none, or several. */
  businessOfStations(ctx: Context, stationIds: readonly string[]): Promise<string | null>;
  /** schedules: whether windows of a week overlap, which no schedule may. */
  windowsOverlap(weekly: WeeklyHours["weekly"]): boolean;
  /** schedules: sets the weekly windows of stations; exceptions stay, and slots wait for `rebuildSlots`. */
  setWeeklyHours(ctx: Context, hours: readonly WeeklyHours[]): Promise<void>;
  /** schedules: makes the stations' slots match their schedule, connectors and holds, at once. */
  rebuildSlots(ctx: Context, stationIds: readonly string[]): Promise<void>;
  /** schedules: when today began at each of the stations, by their own clocks. */
  stationDays(ctx: Context, stationIds: readonly string[]): Promise<Map<string, Date>>;
  /** bookings: every range from `from` on that holds capacity at the stations. */
  heldRanges(ctx: Context, stationIds: readonly string[], from: Date): Promise<HeldRange[]>;
  /** bookings: flags bookings that no longer fit their slots, and clears flags that are settled. */
  flagConflicts(ctx: Context, stationIds: readonly string[]): Promise<void>;
  /** bookings: which bookings would be flagged if these were the station's slots; soonest first. */
  misfitBookings(
    ctx: Context,
    stationId: string,
    slots: readonly PlannedSlot[],
  ): Promise<MisfitBooking[]>;
  /** bookings: Pending and Approved bookings of the station that start after now. */
  futureBookings(ctx: Context, stationId: string): Promise<FutureBookings>;
  /** sessions: whether a car charges on the connector now. */
  isConnectorBusy(ctx: Context, connectorId: string): Promise<boolean>;
  /** sessions: ends the running session of a booking that staff abort on site, without charges. */
  abortSession(ctx: Context, bookingId: string): Promise<void>;
  /** reports: what things are called now, by their ids. */
  nameThings(ctx: Context, things: readonly AuditedThing[]): Promise<Map<string, string>>;
}
