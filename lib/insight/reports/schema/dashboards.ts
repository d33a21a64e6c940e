import { z } from "zod";

import { missed, rate } from "./parts";

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

/** As long as the lists of `operator/queue` are, all of the operator's stations together. */
export const OperatorDashboard = z.object({
  role: z.literal("Operator"),
  stations: z.int(),
  approvals: z.int(),
  arrivals: z.int(),
  inProgress: z.int(),
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
