import type { Role } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { asHolder, scopeOf } from "@/lib/core/permissions";
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

/** What each role's lists show, and so what it may find. */
const kinds: Readonly<Record<Role, readonly MatchType[]>> = {
  SystemAdmin: matchType.options,
  Backoffice: ["Station", "Booking", "Owner", "Operator"],
  Operator: ["Station", "Booking"],
  EvOwner: ["Station", "Booking"],
};

/**
 * Finds stations, bookings, owners, operators and businesses by a piece of text, at most 8 of each, within what the
 * caller's lists show. Identity numbers match whole or by their beginning, never in their middle.
 */
export async function readMatches(ctx: Context, wanted: ReadMatches): Promise<Matches> {
  const types = kinds[asHolder(ctx, "search.read").actor.role];
  const found = await Promise.all(types.map((type) => finders[type](ctx, wanted)));
  return { q: wanted.q, matches: found.flat() };
}

type Finder = (ctx: Context, wanted: Wanted) => Promise<Match[]>;

const finders: Readonly<Record<MatchType, Finder>> = {
  Station: async (ctx, wanted) => {
    const rows = await findStations(ctx, scopeOf(ctx, "search.read"), wanted);
    return rows.map(({ id, name, address }) => ({
      type: "Station",
      id,
      title: name,
      subtitle: address,
    }));
  },
  Booking: async (ctx, wanted) => {
    const rows = await findBookings(ctx, scopeOf(ctx, "booking.read"), wanted);
    return rows.map(({ id, number, stationName, timeZone, startsAt, ownerNic }) => ({
      type: "Booking",
      id,
      title: number,
      subtitle: `${stationName} · ${calendarDay(startsAt, timeZone)} ${localTime(startsAt, timeZone)} ${cityOf(timeZone)}`,
      ownerNic,
    }));
  },
  Owner: async (ctx, wanted) => {
    scopeOf(ctx, "owner.read");
    const rows = await findOwners(ctx, wanted);
    return rows.map(({ id, name, nic }) => ({
      type: "Owner",
      id,
      title: name,
      subtitle: nic,
      ownerNic: nic,
    }));
  },
  Operator: async (ctx, wanted) => {
    const rows = await findOperators(ctx, scopeOf(ctx, "operator.read"), wanted);
    return rows.map(({ id, name, email }) => ({
      type: "Operator",
      id,
      title: name,
      subtitle: email,
    }));
  },
  Business: async (ctx, wanted) => {
    scopeOf(ctx, "business.read");
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
