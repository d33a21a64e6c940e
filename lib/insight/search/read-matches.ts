import { tellActions } from "@/lib/charging/bookings/inside";
import type { Context } from "@/lib/core/context";
import { permits, scopeOf, type Permission } from "@/lib/core/permissions";

import { matchType, type ReadMatches, type Match, type Matches, type MatchType } from "./schema";
import { guessing, type Found } from "./guess-names";
import { findBookings, findBookingsLike, type Wanted } from "./store/bookings";
import { findOwners, findOwnersLike } from "./store/owners";
import {
  findBusinesses,
  findBusinessesLike,
  findOperators,
  findOperatorsLike,
  findStations,
  findStationsLike,
} from "./store/places-and-staff";

/** By which permission each kind of thing is looked for. */
const permissionOf = {
  Station: "search.read",
  Booking: "booking.read",
  Owner: "search.owners",
  Operator: "operator.read",
  Business: "business.read",
} as const satisfies Record<MatchType, Permission>;

/** The kinds of things that the caller's lists show, and so the caller may find. */
const kindsFor = (ctx: Context) =>
  matchType.options.filter((type) => {
    const permission = permissionOf[type];
    // Who sees but their own business has no need to look for it.
    return (
      permits(ctx, permission) && (type !== "Business" || scopeOf(ctx, permission).reach === "any")
    );
  });

/**
 * Finds stations, bookings, owners, operators and businesses by a piece of text, at most 8 of each, within what the
 * caller's lists show: names without regard to accents and letter case, and where none holds the text those that
 * resemble it. Identity numbers match whole or by their beginning, never in their middle. An operator finds bookings of
 * today alone, also by their owner, and those owners.
 */
export async function readMatches(ctx: Context, wanted: ReadMatches): Promise<Matches> {
  scopeOf(ctx, "search.read");
  const found = await Promise.all(kindsFor(ctx).map((type) => finders[type](ctx, wanted)));
  return { q: wanted.q, matches: found.flat() };
}

type Finder = (ctx: Context, wanted: Wanted) => Promise<Match[]>;

const finders: Readonly<Record<MatchType, Finder>> = {
  Station: async (ctx, wanted) => {
    const scope = scopeOf(ctx, permissionOf.Station);
    const rows = await guessing(
      wanted.q,
      () => findStations(ctx, scope, wanted),
      (q) => findStationsLike(ctx, scope, q),
    );
    return rows.map(({ id, name, address, isGuess }) => ({
      type: "Station",
      id,
      title: name,
      subtitle: address,
      ...marked(isGuess),
    }));
  },
  Booking: async (ctx, wanted) => {
    const scope = scopeOf(ctx, permissionOf.Booking);
    const rows = await guessing(
      wanted.q,
      () => findBookings(ctx, scope, wanted),
      () => findBookingsLike(ctx, scope, wanted),
    );
    const standing = await tellActions(
      ctx,
      rows.map(({ id }) => id),
    );
    return rows.map(({ id, number, ownerName, stationName, vehiclePlate, ...row }) => ({
      type: "Booking",
      id,
      title: number,
      subtitle: [ownerName, stationName, vehiclePlate].filter((part) => part !== null).join(" · "),
      startsAt: row.startsAt.toISOString(),
      timeZone: row.timeZone,
      ...standing.get(id),
      ...(row.ownerNic !== null && { ownerNic: row.ownerNic }),
      ...marked(row.isGuess),
    }));
  },
  Owner: async (ctx, wanted) => {
    const scope = scopeOf(ctx, permissionOf.Owner);
    const rows = await guessing(
      wanted.q,
      () => findOwners(ctx, scope, wanted),
      async (q) =>
        (await findOwnersLike(ctx, scope, q)).map((row) => ({ ...row, isStranger: false })),
    );
    return rows.map(({ id, name, nic, email, isGuess, isStranger }) => ({
      type: "Owner",
      id,
      title: name,
      subtitle: nic ?? email,
      ...(isStranger && { isStranger }),
      ...(nic !== null && { ownerNic: nic }),
      ...marked(isGuess),
    }));
  },
  Operator: async (ctx, wanted) => {
    const scope = scopeOf(ctx, permissionOf.Operator);
    const rows = await guessing(
      wanted.q,
      () => findOperators(ctx, scope, wanted),
      (q) => findOperatorsLike(ctx, scope, q),
    );
    return rows.map(({ id, name, email, isGuess }) => ({
      type: "Operator",
      id,
      title: name,
      subtitle: email,
      ...marked(isGuess),
    }));
  },
  Business: async (ctx, wanted) => {
    const rows = await guessing(
      wanted.q,
      () => findBusinesses(ctx, wanted),
      (q) => findBusinessesLike(ctx, q),
    );
    return rows.map(({ id, name, contactEmail, isGuess }) => ({
      type: "Business",
      id,
      title: name,
      subtitle: contactEmail,
      ...marked(isGuess),
    }));
  },
};

const marked = (isGuess: Found["isGuess"]) => (isGuess ? { isGuess } : {});
