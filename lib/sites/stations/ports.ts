import type { SQL } from "drizzle-orm";

import type { CalendarDay, Weekday } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import type { Authorized } from "@/lib/core/permissions";

/** A station's opening hours, week by week: windows `HH:mm` in its own time, as a schedule has them. */
export interface WeeklyHours {
  readonly stationId: string;
  readonly weekly: Readonly<Record<Weekday, readonly { start: string; end: string }[]>>;
  /** Dates that have windows of their own, or none. */
  readonly exceptions?: readonly {
    readonly date: CalendarDay;
    readonly closed: boolean;
    readonly windows: readonly { start: string; end: string }[];
  }[];
}

/** What stands in the way of a deactivation: how many future bookings, on which days. */
export interface FutureBookings {
  readonly count: number;
  /** Calendar days in the station's zone, `YYYY-MM-DD`, ascending, without repeats. */
  readonly dates: readonly string[];
}

declare module "@/lib/core/context" {
  interface Ports {
    /** schedules: whether windows of a week overlap, which no schedule may. */
    windowsOverlap(weekly: WeeklyHours["weekly"]): boolean;
    /** schedules: sets the weekly windows of stations, and the exceptions that are named; others stay. Slots wait for `rebuildSlots`. */
    setWeeklyHours(ctx: Context, hours: readonly Authorized<WeeklyHours>[]): Promise<void>;
    /** schedules: makes the stations' slots match their schedule, connectors and holds, at once. */
    rebuildSlots(ctx: Context, stationIds: readonly string[]): Promise<void>;
    /** bookings: Pending and Approved bookings of the station that start after now. */
    futureBookings(ctx: Context, stationId: string): Promise<FutureBookings>;
    /** schedules: whether a statement's station, of the table itself, is open now, as a condition in SQL. */
    openNow(ctx: Context): Promise<SQL>;
    /** drivers: whether the driver marked the station of that column, as a condition in SQL. */
    isFavourite(userId: string, stationId: SQL): SQL;
    /** drivers: the plugs that fit one of the caller's cars; none where nobody said. Throws `vehicle.not_found`. */
    plugsOfVehicle(ctx: Context, vehicleId: string): Promise<readonly string[]>;
    /** sessions: whether a car charges on the connector now. */
    isConnectorBusy(ctx: Context, connectorId: string): Promise<boolean>;
  }
}
