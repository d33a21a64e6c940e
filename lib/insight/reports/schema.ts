import { z } from "zod";

import { weekdays } from "@/lib/core/calendar";
import { fault } from "@/lib/core/fault";
import { day, idOf, instant, moneyView, searchText } from "@/lib/core/fields";
import { dayMs } from "@/lib/core/durations";

export { CashReport, ShiftReport } from "./schema/takings";

const longest = 366;

interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}
const isWhole = ({ from, to }: Days) => (from === undefined) === (to === undefined);
const inOrder = ({ from, to }: Days) => from === undefined || to === undefined || from <= to;
const length = ({ from = "", to = "" }: Days) => (Date.parse(to) - Date.parse(from)) / dayMs + 1;
const isShort = (days: Days) => !(length(days) > longest);
const whole = { path: ["to"], error: fault("both_days") };
const ordered = { path: ["to"], error: fault("days_backwards") };
const short = { path: ["to"], error: fault("too_many_days", { most: longest }) };

/** How a report's rows are made: one for each day, week from Monday, month or station. */
export const groupBy = z.enum(["day", "week", "month", "station"]);
export type GroupBy = z.infer<typeof groupBy>;

const range = {
  /** The first day, in the time zone of the business. */
  from: day.optional(),
  /** The last day; both left out mean the last 30. */
  to: day.optional(),
  stationId: idOf("station_id").optional(),
};

export const ReadReport = z
  .object({ ...range, groupBy: groupBy.default("day") })
  .refine(isWhole, whole)
  .refine(inOrder, ordered)
  .refine(isShort, short);
export type ReadReport = z.infer<typeof ReadReport>;

/** Both days left out mean the last 8 weeks. */
export const ReadStarts = z
  .object(range)
  .refine(isWhole, whole)
  .refine(inOrder, ordered)
  .refine(isShort, short);
export type ReadStarts = z.infer<typeof ReadStarts>;

/** Both days left out mean the last 30. */
export const ReadCash = z
  .object(range)
  .refine(isWhole, whole)
  .refine(inOrder, ordered)
  .refine(isShort, short);
export type ReadCash = z.infer<typeof ReadCash>;

const longestShiftMs = 31 * dayMs;
/** A time `[from, to)`. */
export const ReadShift = z
  .object({
    /** One of the caller's stations; all of them without. */
    stationId: idOf("station_id").optional(),
    /** By default an operator's sign-in, and for others the beginning of the day. */
    from: instant.optional(),
    /** Now by default. */
    to: instant.optional(),
  })
  .refine(({ from, to }) => !from || !to || to > from, {
    path: ["to"],
    error: fault("end_before_start"),
  })
  .refine(({ from, to }) => !from || !to || to.getTime() - from.getTime() <= longestShiftMs, {
    path: ["to"],
    error: fault("too_many_days", { most: 31 }),
  });
export type ReadShift = z.infer<typeof ReadShift>;

export const ReadMatches = z
  .object({
    /** Part of a name or booking number, or the beginning of an identity number. */
    q: searchText.min(2),
    /** With days or a station, their bookings are also found by owner and by the station's name. */
    from: day.optional(),
    to: day.optional(),
    stationId: idOf("station_id").optional(),
  })
  .refine(inOrder, ordered);
export type ReadMatches = z.infer<typeof ReadMatches>;

// ── What goes out ────────────────────────────────────────────────────────────────────────────────

export type Money = z.infer<typeof moneyView>;

const rate = z.number().min(0).nullable();

/** The days that a report covers, and whose days they are; null where each business has its own. */
const covered = {
  from: z.iso.date(),
  to: z.iso.date(),
  groupBy,
  timeZone: z.string().nullable(),
};
/** The first day of the day or week, the month, or the station's id; and the station's name. */
const keyed = { key: z.string(), name: z.string().nullable() };

const taken = {
  sessions: z.int(),
  energyKwh: z.number(),
  /** With tax; one entry a currency. */
  revenue: z.array(moneyView),
  tax: z.array(moneyView),
};
export const RevenueReport = z.object({
  ...covered,
  groups: z.array(z.object({ ...keyed, ...taken })),
  total: z.object(taken),
});
export type RevenueReport = z.infer<typeof RevenueReport>;

const used = {
  /** That start then, canceled and rejected ones aside. */
  bookings: z.int(),
  offeredMinutes: z.int(),
  bookedMinutes: z.int(),
  rate,
};
export const UtilizationReport = z.object({
  ...covered,
  groups: z.array(z.object({ ...keyed, ...used })),
  total: z.object(used),
});
export type UtilizationReport = z.infer<typeof UtilizationReport>;

const missed = { due: z.int(), noShows: z.int(), rate };
export const NoShowReport = z.object({
  ...covered,
  groups: z.array(z.object({ ...keyed, ...missed })),
  total: z.object(missed),
});
export type NoShowReport = z.infer<typeof NoShowReport>;

export const weekday = z.enum(weekdays);

export const StartsReport = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  /** Seven of them, Monday first; how many bookings start in each of the day's 24 hours. */
  weekdays: z.array(z.object({ weekday, hours: z.array(z.int()).length(24) })),
  total: z.int(),
});
export type StartsReport = z.infer<typeof StartsReport>;

export const StationLoad = z.object({
  stationId: z.uuid(),
  name: z.string(),
  timeZone: z.string(),
  /** Places times minutes that the day's slots offer, and that bookings take. */
  offeredMinutes: z.int(),
  bookedMinutes: z.int(),
  rate,
});
export type StationLoad = z.infer<typeof StationLoad>;

export const RevenueChange = z.object({
  currency: z.string(),
  amount: z.string(),
  /** Of as many days before. */
  before: z.string(),
  difference: z.string(),
});
export type RevenueChange = z.infer<typeof RevenueChange>;

export const AdminDashboard = z.object({
  role: z.literal("SystemAdmin"),
  pendingRequests: z.int(),
  businesses: z.int(),
  stations: z.int(),
  bookableStations: z.int(),
  users: z.int(),
  bookingsToday: z.int(),
  conflicts: z.int(),
  parkedMessages: z.int(),
});
export type AdminDashboard = z.infer<typeof AdminDashboard>;

export const OfficeDashboard = z.object({
  role: z.literal("Backoffice"),
  timeZone: z.string(),
  stations: z.int(),
  pendingApprovals: z.int(),
  arrivalsToday: z.int(),
  conflicts: z.int(),
  /** Of the last 30 days, today with them. */
  noShows: z.object({ from: z.iso.date(), to: z.iso.date(), ...missed }),
  revenue: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    currencies: z.array(RevenueChange),
  }),
  /** The stations that have slots today, the fullest first. */
  load: z.array(StationLoad),
});
export type OfficeDashboard = z.infer<typeof OfficeDashboard>;

export const OperatorDashboard = z.object({
  role: z.literal("Operator"),
  stations: z.int(),
  approvals: z.int(),
  arrivals: z.int(),
  inProgress: z.int(),
  /** No-shows of today, cars past their time, and bookings in conflict. */
  exceptions: z.int(),
});
export type OperatorDashboard = z.infer<typeof OperatorDashboard>;

export const OwnerDashboard = z.object({
  role: z.literal("EvOwner"),
  pending: z.int(),
  approvedAhead: z.int(),
  past: z.int(),
});
export type OwnerDashboard = z.infer<typeof OwnerDashboard>;

export const Dashboard = z.discriminatedUnion("role", [
  AdminDashboard,
  OfficeDashboard,
  OperatorDashboard,
  OwnerDashboard,
]);
export type Dashboard = z.infer<typeof Dashboard>;

export const matchType = z.enum(["Station", "Booking", "Owner", "Operator", "Business"]);
export type MatchType = z.infer<typeof matchType>;

export const Match = z.object({
  type: matchType,
  id: z.uuid(),
  title: z.string(),
  subtitle: z.string(),
  /** Of an owner, or of a booking's. */
  ownerNic: z.string().optional(),
});
export type Match = z.infer<typeof Match>;

export const Matches = z.object({ q: z.string(), matches: z.array(Match) });
export type Matches = z.infer<typeof Matches>;
