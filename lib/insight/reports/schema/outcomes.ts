import { z } from "zod";

import { bookingStatus, type BookingStatus } from "@/lib/charging/bookings/schema";
import { moneyView } from "@/lib/core/fields";

import { before, covered, keyed, rate, type GroupBy } from "./parts";

const { groupBy: _, ...days } = covered;

/** How many bookings are in each state. */
const states = z.object(
  Object.fromEntries(bookingStatus.options.map((status) => [status, z.int()])) as Record<
    BookingStatus,
    z.ZodInt
  >,
);
const outcomes = { bookings: z.int(), states };
export const BookingsReport = z.object({
  ...covered,
  groups: z.array(z.object({ ...keyed, ...outcomes })),
  total: z.object(outcomes),
  before: before(outcomes),
});
export type BookingsReport = z.infer<typeof BookingsReport>;

/** How long before the start a booking was canceled; each the time up to the one before. */
export const leadTime = z.enum(["earlier", "under24h", "under12h", "under2h", "afterStart"]);
export type LeadTime = z.infer<typeof leadTime>;

const canceled = {
  canceled: z.int(),
  /** Of all bookings that were not rejected. */
  rate,
  /** A day and more before, less than 24, 12 and 2 hours before, and after the start. */
  leads: z.array(z.object({ lead: leadTime, bookings: z.int() })),
  by: z.object({ owner: z.int(), backoffice: z.int(), operator: z.int() }),
};
export const CancellationsReport = z.object({
  ...covered,
  groups: z.array(z.object({ ...keyed, ...canceled })),
  total: z.object(canceled),
  before: before(canceled),
});
export type CancellationsReport = z.infer<typeof CancellationsReport>;

const energy = {
  sessions: z.int(),
  energyKwh: z.number(),
  /** Against petrol, less what the grid's power made; below 0 where that was more. */
  co2SavedKg: z.number(),
};
export const EnergyReport = z.object({
  ...covered,
  groups: z.array(z.object({ ...keyed, ...energy })),
  total: z.object(energy),
  before: before(energy),
  /** What CO₂ was reckoned with. */
  basis: z.object({
    kwhPer100Km: z.number(),
    petrolGramsPerKm: z.number(),
    gridGramsPerKwh: z.number(),
    /** Who says so, in words: what the setting `co2Source` names, else in the reader's language what they are. */
    source: z.string(),
  }),
});
export type EnergyReport = z.infer<typeof EnergyReport>;

const visits = {
  /** With a completed booking on the days; cars that came without an owner are nobody here. */
  owners: z.int(),
  /** Those of them with more than one. */
  repeatOwners: z.int(),
  rate,
  visits: z.int(),
  repeatVisits: z.int(),
};
export const OwnersReport = z.object({ ...days, total: z.object(visits), before: before(visits) });
export type OwnersReport = z.infer<typeof OwnersReport>;

/** The stations with the most sessions, the first first. */
export const StationsReport = z.object({
  ...days,
  stations: z.array(
    z.object({
      stationId: z.uuid(),
      name: z.string(),
      sessions: z.int(),
      energyKwh: z.number(),
      revenue: z.array(moneyView),
      bookings: z.int(),
      noShows: z.int(),
    }),
  ),
  /** Of all stations on which anything happened. */
  count: z.int(),
});
export type StationsReport = z.infer<typeof StationsReport>;

/** The columns of reports' tables. */
export type ReportColumn =
  | BookingStatus
  | LeadTime
  | GroupBy
  | "weekday"
  | "hour"
  | "from"
  | "to"
  | "sessions"
  | "energyKwh"
  | "revenue"
  | "tax"
  | "currency"
  | "co2SavedKg"
  | "bookings"
  | "offeredMinutes"
  | "bookedMinutes"
  | "rate"
  | "due"
  | "noShows"
  | "canceled"
  | "byOwner"
  | "byBackoffice"
  | "byOperator"
  | "owners"
  | "repeatOwners"
  | "visits"
  | "repeatVisits";
