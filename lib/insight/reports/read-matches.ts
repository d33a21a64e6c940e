import type { Context } from "@/lib/core/context";
import { permits, scopeOf, type Permission } from "@/lib/core/permissions";
import { calendarDay, localTime } from "@/lib/core/calendar";

import { matchType, type ReadMatches, type Match, type Matches, type MatchType } from "./schema";
import {
  findBookings,
  findBusinesses,
  findOperators,
  findOwners,
  findStations,
  type Wanted,
} from "./store/matches";

/** By which permission each kind of thing is looked for. */
const permissionOf = {
  Station: "search.read",
  Booking: "booking.read",
  Owner: "owner.read",
  Operator: "operator.read",
  Business: "business.read",
} as const satisfies Record<MatchType, Permission>;

/** Who sees but their own business or account has no need to look for it. */
const amongAll: readonly MatchType[] = ["Owner", "Business"];

/** The kinds of things that the caller's lists show, and so the caller may find. */
const kindsFor = (ctx: Context) =>
  matchType.options.filter((type) => {
    const permission = permissionOf[type];
    if (!permits(ctx, permission)) return false;
    return !amongAll.includes(type) || scopeOf(ctx, permission).reach === "any";
  });

/**
 * Finds stations, bookings, owners, operators and businesses by a piece of text, at most 8 of each, within what the
 * caller's lists show. Identity numbers match whole or by their beginning, never in their middle.
 */
export async function readMatches(ctx: Context, wanted: ReadMatches): Promise<Matches> {
  scopeOf(ctx, "search.read");
  const found = await Promise.all(kindsFor(ctx).map((type) => finders[type](ctx, wanted)));
  return { q: wanted.q, matches: found.flat() };
}

type Finder = (ctx: Context, wanted: Wanted) => Promise<Match[]>;

const finders: Readonly<Record<MatchType, Finder>> = {
  Station: async (ctx, wanted) => {
    const rows = await findStations(ctx, scopeOf(ctx, permissionOf.Station), wanted);
    return rows.map(({ id, name, address }) => ({
      type: "Station",
      id,
      title: name,
      subtitle: address,
    }));
  },
  Booking: async (ctx, wanted) => {
    const rows = await findBookings(ctx, scopeOf(ctx, permissionOf.Booking), wanted);
    return rows.map(({ id, number, stationName, timeZone, startsAt, ownerNic }) => ({
      type: "Booking",
      id,
      title: number,
      subtitle: `${stationName} · ${calendarDay(startsAt, timeZone)} ${localTime(startsAt, timeZone)} ${cityOf(timeZone)}`,
      ...(ownerNic !== null && { ownerNic }),
    }));
  },
  Owner: async (ctx, wanted) => {
    const rows = await findOwners(ctx, wanted);
    return rows.map(({ id, name, nic, email }) => ({
      type: "Owner",
      id,
      title: name,
      subtitle: nic ?? email,
      ...(nic !== null && { ownerNic: nic }),
    }));
  },
  Operator: async (ctx, wanted) => {
    const rows = await findOperators(ctx, scopeOf(ctx, permissionOf.Operator), wanted);
    return rows.map(({ id, name, email }) => ({
      type: "Operator",
      id,
      title: name,
      subtitle: email,
    }));
  },
  Business: async (ctx, wanted) => {
    const rows = await findBusinesses(ctx, wanted);
    return rows.map(({ id, name, contactEmail }) => ({
      type: "Business",
      id,
      title: name,
      subtitle: contactEmail,
    }));
  },
};

/** The zone as people say it: `New York`. */
const cityOf = (timeZone: string) => timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
