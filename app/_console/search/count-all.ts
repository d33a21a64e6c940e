import { listBookings } from "@/lib/charging/bookings";
import { ListBookings } from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";
import type { PageQuery } from "@/lib/core/pages";
import { type Match, type MatchType, mostMatches } from "@/lib/insight/search/schema";
import { listOperators, listOwners, listUsers } from "@/lib/people/accounts";
import { ListOperators, ListOwners, ListUsers } from "@/lib/people/accounts/schema";
import { listBusinesses } from "@/lib/people/businesses";
import { ListBusinesses } from "@/lib/people/businesses/schema";
import { searchStations } from "@/lib/sites/stations";
import { SearchStations } from "@/lib/sites/stations/schema";

const none: PageQuery = { page: 1, limit: 1 };

type Count = (ctx: Context, search: string, home: string) => Promise<{ readonly total: number }>;

/** The list in which all of a kind stand, asked how many they are. */
const lists: Readonly<Record<MatchType, Count>> = {
  Station: (ctx, search, home) =>
    searchStations(ctx, {
      ...SearchStations.parse({ search, [home === "/admin" ? "all" : "mine"]: "true" }),
      ...none,
    }),
  Booking: (ctx, search) => listBookings(ctx, { ...ListBookings.parse({ search }), ...none }),
  Owner: (ctx, search, home) =>
    home === "/admin"
      ? listUsers(ctx, { ...ListUsers.parse({ search }), ...none })
      : listOwners(ctx, { ...ListOwners.parse({ search }), ...none }),
  Operator: (ctx, search) => listOperators(ctx, { ...ListOperators.parse({ search }), ...none }),
  Business: (ctx, search) => listBusinesses(ctx, { ...ListBusinesses.parse({ search }), ...none }),
};

/**
 * How many there are of each kind of which the search shows but the first, by the list that holds them all: a number
 * that is a limit of ours is not said to be theirs (screens.md, S34).
 */
export async function countAll(
  ctx: Context,
  q: string,
  home: string,
  found: readonly Match[],
): Promise<Partial<Record<MatchType, number>>> {
  const full = (Object.keys(lists) as MatchType[]).filter((type) => {
    const of = found.filter((match) => match.type === type);
    return of.length >= mostMatches && !of.some(({ isGuess }) => isGuess);
  });
  const counts = await Promise.all(
    full.map(async (type) => [type, (await lists[type](ctx, q, home)).total] as const),
  );
  return Object.fromEntries(counts);
}
