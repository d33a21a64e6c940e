import { and, asc, count, desc, eq, gte, inArray, isNotNull, lt, or, type SQL } from "drizzle-orm";

import { owners } from "@/db/schema/accounts";
import { bookings } from "@/db/schema/bookings";
import { signsOfPlate } from "@/db/schema/columns";
import { stations } from "@/db/schema/stations";
import { addDays } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { bookingNumberBeginning, numberHolding, signsBeginning } from "@/lib/core/found-by";
import { atOrAfter, before, dayStarts, zonesOf } from "@/lib/core/local-days";
import { pageOffset, type Page, type PageQuery } from "@/lib/core/pages";
import type { Scope } from "@/lib/core/permissions";
import { signsOf } from "@/lib/core/text";
import { findOwnerIds } from "@/lib/people/accounts/inside";

import type { BookingStatus, ListBookings } from "../schema";
import { asBooking, selectBookings, type Booking } from "./bookings";

/** Which bookings a list shows. */
export interface BookingFilter extends Pick<
  ListBookings,
  "ownerNic" | "ownerId" | "stationId" | "businessId" | "from" | "to" | "search"
> {
  readonly statuses?: readonly BookingStatus[] | undefined;
  readonly inConflict?: boolean;
  readonly sort: NonNullable<ListBookings["sort"]>;
}

const orders = {
  startsAt: [asc(bookings.startsAt), asc(bookings.id)],
  "-startsAt": [desc(bookings.startsAt), desc(bookings.id)],
  createdAt: [asc(bookings.createdAt), asc(bookings.id)],
  "-createdAt": [desc(bookings.createdAt), desc(bookings.id)],
} as const;

/** One page of the bookings that the scope lets the actor see. */
export async function findBookings(
  ctx: Context,
  scope: Scope,
  filter: BookingFilter,
  page: PageQuery,
): Promise<Page<Booking>> {
  const where = and(
    visible(scope),
    matching(filter),
    await foundBy(ctx, filter.search),
    await onDays(ctx, filter),
  );
  const [total] = await ctx.db
    .select({ count: count() })
    .from(bookings)
    .innerJoin(stations, eq(stations.id, bookings.stationId))
    .leftJoin(owners, eq(owners.userId, bookings.ownerId))
    .where(where);
  const rows = await selectBookings(ctx)
    .where(where)
    .orderBy(...orders[filter.sort])
    .limit(page.limit)
    .offset(pageOffset(page));
  return { items: rows.map(asBooking), total: total?.count ?? 0 };
}

/** Those of the bookings that the scope lets the actor see. */
export async function findBookingsOf(
  ctx: Context,
  scope: Scope,
  ids: readonly string[],
): Promise<Booking[]> {
  if (ids.length === 0) return [];
  const rows = await selectBookings(ctx).where(and(visible(scope), inArray(bookings.id, [...ids])));
  return rows.map(asBooking);
}

function visible(scope: Scope): SQL | undefined {
  if (scope.reach === "any") return undefined;
  if (scope.reach === "own") return eq(bookings.ownerId, scope.userId);
  if (scope.reach === "business") return eq(bookings.businessId, scope.businessId);
  return inArray(bookings.stationId, [...scope.stationIds]);
}

function matching(filter: BookingFilter): SQL | undefined {
  const { ownerNic, ownerId, stationId, businessId, statuses, inConflict } = filter;
  return and(
    ownerNic === undefined ? undefined : eq(owners.nic, ownerNic),
    ownerId === undefined ? undefined : eq(bookings.ownerId, ownerId),
    stationId === undefined ? undefined : eq(bookings.stationId, stationId),
    businessId === undefined ? undefined : eq(bookings.businessId, businessId),
    statuses && inArray(bookings.status, [...statuses]),
    inConflict ? isNotNull(bookings.conflict) : undefined,
  );
}

/** Of each way to find an owner so many are looked at at most, as the search does. */
const mostOwners = 500;

/**
 * Whether the booking has the number, in whole or from three signs on any part of it, the plate or its beginning, or an
 * owner who is found by the text (docs/decisions/search.md): the list finds what the search finds.
 */
async function foundBy(ctx: Context, search: string | undefined): Promise<SQL | undefined> {
  if (search === undefined) return undefined;
  const signs = signsOf(search);
  const isPart = signs.replace(/^BK/, "").length >= 3;
  const ids = await findOwnerIds(ctx, search, { most: mostOwners });
  return or(
    isPart
      ? numberHolding(bookings.number, search)
      : bookingNumberBeginning(bookings.number, search),
    isPart ? signsBeginning(signsOfPlate(bookings.vehiclePlate), signs) : undefined,
    ids.length > 0 ? inArray(bookings.ownerId, ids) : undefined,
  );
}

/** Bookings that start from one instant or day to another; a day is that of the station, and both are in. */
async function onDays(ctx: Context, { from, to }: BookingFilter): Promise<SQL | undefined> {
  const zones =
    typeof from === "string" || typeof to === "string" ? await zonesOf(ctx, stations.timeZone) : [];
  const at = bookings.startsAt;
  return and(
    from instanceof Date ? gte(at, from) : undefined,
    to instanceof Date ? lt(at, to) : undefined,
    typeof from === "string" ? atOrAfter(at, dayStarts(from, zones), stations.timeZone) : undefined,
    typeof to === "string"
      ? before(at, dayStarts(addDays(to, 1), zones), stations.timeZone)
      : undefined,
  );
}
