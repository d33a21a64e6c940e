import { and, asc, desc, eq, inArray, ne, or, sql, type SQL } from "drizzle-orm";

import { owners, users } from "@/db/schema/accounts";
import { bookings } from "@/db/schema/bookings";
import { businesses } from "@/db/schema/businesses";
import { stations } from "@/db/schema/stations";
import { addDays } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { beginning, holding, numberBeginning, numberHolding } from "@/lib/core/found-by";
import { atOrAfter, before, dayStarts, zonesOf } from "@/lib/core/local-days";
import type { Scope } from "@/lib/core/permissions";
import { signsOf } from "@/lib/core/text";

import { findLogin, isServed } from "@/lib/people/accounts/inside";

import { reach } from "./reach";

/** At most so many of a kind. */
const most = 8;

/** What to look for, and when and where. */
export interface Wanted {
  readonly q: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly stationId?: string | undefined;
}

/** Names that begin with the text come first. */
const beginsFirst = (
  name: typeof stations.name | typeof users.name | typeof businesses.name,
  q: string,
) => desc(beginning(name, q));

/** Stations by name or address; owners and nobody's staff see those that the public sees. */
export async function findStations(ctx: Context, scope: Scope, { q }: Wanted) {
  const visible = scope.reach === "own" ? ne(stations.status, "Inactive") : reach.stations(scope);
  return (
    ctx.db
      .select({ id: stations.id, name: stations.name, address: stations.address })
      .from(stations)
      .where(and(visible, or(holding(stations.name, q), holding(stations.address, q))))
      // A name says more than an address, and stations that a business runs come before listed ones.
      .orderBy(
        desc(holding(stations.name, q)),
        sql`${stations.businessId} is null`,
        asc(stations.name),
        asc(stations.id),
      )
      .limit(most)
  );
}

/** Bookings by number; with days or a station also those of then and there, by their owner or the station's name. Latest first. */
export async function findBookings(ctx: Context, scope: Scope, wanted: Wanted) {
  const { from, to, stationId } = wanted;
  const { startsAt } = bookings;
  const zones = (from ?? to) === undefined ? [] : await zonesOf(ctx, stations.timeZone);
  return ctx.db
    .select({
      id: bookings.id,
      number: bookings.number,
      stationName: stations.name,
      timeZone: stations.timeZone,
      startsAt: bookings.startsAt,
      ownerNic: owners.nic,
    })
    .from(bookings)
    .innerJoin(stations, eq(stations.id, bookings.stationId))
    .leftJoin(owners, eq(owners.userId, bookings.ownerId))
    .leftJoin(users, eq(users.id, bookings.ownerId))
    .where(
      and(
        reach.bookings(scope),
        named(wanted),
        stationId === undefined ? undefined : eq(bookings.stationId, stationId),
        from === undefined
          ? undefined
          : atOrAfter(startsAt, dayStarts(from, zones), stations.timeZone),
        to === undefined
          ? undefined
          : before(startsAt, dayStarts(addDays(to, 1), zones), stations.timeZone),
      ),
    )
    .orderBy(desc(bookings.startsAt), desc(bookings.id))
    .limit(most);
}

function named({ q, from, to, stationId }: Wanted): SQL | undefined {
  const number = numberHolding(bookings.number, q);
  if ((from ?? to ?? stationId) === undefined) return number;
  return or(
    number,
    numberBeginning(owners.nic, q),
    holding(users.name, q),
    holding(stations.name, q),
  );
}

/**
 * Owners by name, or by the whole or the beginning of their identity number: for an office those who booked at its
 * stations, and whoever is named by the whole number, email or phone.
 */
export async function findOwners(ctx: Context, { q }: Wanted) {
  const { account } = await findLogin(ctx, q);
  const isNamed = account ? eq(users.id, account.id) : sql`false`;

  return ctx.db
    .select({ id: users.id, name: users.name, email: users.email, nic: owners.nic })
    .from(users)
    .innerJoin(owners, eq(owners.userId, users.id))
    .where(
      or(isNamed, and(isServed(ctx), or(numberBeginning(owners.nic, q), holding(users.name, q)))),
    )
    .orderBy(
      desc(eq(owners.nic, signsOf(q))),
      beginsFirst(users.name, q),
      asc(users.name),
      asc(users.id),
    )
    .limit(most);
}

/** Operators by name or email. */
export async function findOperators(ctx: Context, scope: Scope, { q }: Wanted) {
  return ctx.db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(
      and(
        eq(users.role, "Operator"),
        scope.reach === "business" ? inArray(users.businessId, [scope.businessId]) : undefined,
        or(holding(users.name, q), holding(users.email, q)),
      ),
    )
    .orderBy(beginsFirst(users.name, q), asc(users.name), asc(users.id))
    .limit(most);
}

/** Businesses by name or their contact's email. */
export async function findBusinesses(ctx: Context, { q }: Wanted) {
  return ctx.db
    .select({ id: businesses.id, name: businesses.name, contactEmail: businesses.contactEmail })
    .from(businesses)
    .where(or(holding(businesses.name, q), holding(businesses.contactEmail, q)))
    .orderBy(beginsFirst(businesses.name, q), asc(businesses.name), asc(businesses.id))
    .limit(most);
}
