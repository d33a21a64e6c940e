import { countQueue } from "@/lib/charging/queue/inside";
import { asReport } from "@/lib/core/as-report";
import type { Context } from "@/lib/core/context";
import { asHolder, scopeOf, type Scope } from "@/lib/core/permissions";

import { daysBefore, lastDays, rateOf } from "./rules";
import type {
  AdminDashboard,
  Dashboard,
  OfficeDashboard,
  OperatorDashboard,
  OwnerDashboard,
  StationLoad,
} from "./schema";
import {
  countBookings,
  countOwnBookings,
  countPlatform,
  countStations,
  findLoads,
  findTimeZone,
} from "./store/figures";
import { countMissed, sumRevenue } from "./store/series";
import { compareRevenue, viewNoShows } from "./view";

const period = 30;

/**
 * The figures of the caller's own role, as they stand now; each counts only what the caller may see. Those of an owner
 * or operator are few and quick; the others are a report, and throw `report.busy`.
 */
export async function readDashboard(ctx: Context): Promise<Dashboard> {
  const scope = scopeOf(ctx, "dashboard.read");
  const { actor } = asHolder(ctx, "dashboard.read");
  if (actor.role === "SystemAdmin") return asReport(ctx, (ctx) => platform(ctx, scope));
  if (scope.reach === "business") return asReport(ctx, (ctx) => office(ctx, scope));
  return scope.reach === "station" ? onSite(ctx, scope) : own(ctx, scope);
}

async function platform(ctx: Context, scope: Scope): Promise<AdminDashboard> {
  const { active, people, ...counts } = await countPlatform(ctx);
  const { stations, bookable } = await countStations(ctx, scope);
  const found = { businesses: active, users: people, stations, bookableStations: bookable };
  return { role: "SystemAdmin", ...found, ...counts };
}

async function office(
  ctx: Context,
  scope: Extract<Scope, { reach: "business" }>,
): Promise<OfficeDashboard> {
  const timeZone = (await findTimeZone(ctx, scope.businessId)) ?? "UTC";
  const range = lastDays(ctx.clock.now(), timeZone, period);
  const filter = { ...range, groupBy: "month" } as const;
  const [bookings, { stations }, missed, revenue, before, loads] = await Promise.all([
    countBookings(ctx, scope),
    countStations(ctx, scope),
    countMissed(ctx, scope, filter),
    sumRevenue(ctx, scope, filter),
    sumRevenue(ctx, scope, { ...filter, ...daysBefore(range, period) }),
    findLoads(ctx, scope),
  ]);
  return {
    role: "Backoffice",
    timeZone,
    stations,
    pendingApprovals: bookings.pending,
    arrivalsToday: bookings.arrivalsToday,
    conflicts: bookings.conflicts,
    noShows: { ...range, ...viewNoShows(missed, []).total },
    revenue: { ...range, currencies: compareRevenue(revenue, before) },
    load: loads
      .map((load): StationLoad => ({
        ...load,
        rate: rateOf(load.bookedMinutes, load.offeredMinutes),
      }))
      .toSorted((a, b) => (b.rate ?? 0) - (a.rate ?? 0) || a.name.localeCompare(b.name, "en")),
  };
}

async function onSite(
  ctx: Context,
  scope: Extract<Scope, { reach: "station" }>,
): Promise<OperatorDashboard> {
  const { stationIds } = scope;
  return {
    role: "Operator",
    stations: stationIds.length,
    ...(await countQueue(ctx, stationIds)),
  };
}

async function own(ctx: Context, scope: Scope): Promise<OwnerDashboard> {
  return { role: "EvOwner", ...(await countOwnBookings(ctx, scope)) };
}
