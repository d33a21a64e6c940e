import { eq, sql } from "drizzle-orm";

import { owners } from "@/db/schema/accounts";
import { bookings } from "@/db/schema/bookings";
import { connectors, stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";
import { tariffInForce } from "@/lib/money/tariffs/inside";

import type { Range } from "../rules";
import { ownerOverlap, ownerLock } from "./bookings";

/** Written out: where nothing is joined, Drizzle leaves the table's name away, and `id` would be the connector's. */
const outerId = sql`"stations"."id"`;

const station = {
  id: stations.id,
  businessId: stations.businessId,
  name: stations.name,
  timeZone: stations.timeZone,
  status: stations.status,
  approval: stations.approval,
  address: stations.address,
  /** Watts of the strongest connector in service; null where none says. */
  powerW: sql<number | null>`(
    select max(${connectors.maxPowerW}) from ${connectors}
    where ${connectors.stationId} = ${outerId} and ${connectors.status} = 'Active'
  )`,
};

/** What bookings need to know of a station. */
export async function findStation(ctx: Context, id: string) {
  const [row] = await ctx.db.select(station).from(stations).where(eq(stations.id, id));
  return row ?? null;
}

/**
 * All that decides whether an owner may book a range at a station, read behind the owner's lock in one statement:
 * the station as it is, locked shared, its tariff, and whether the owner has a booking at that time.
 */
export async function lockStationAndOwner(
  ctx: Context,
  { ownerId, stationId, range }: { ownerId: string; stationId: string; range: Range },
) {
  const taken = ctx.db
    .select({ id: bookings.id })
    .from(bookings)
    .where(ownerOverlap([ownerId], range));
  const rows = ctx.db
    .select({
      station,
      tariff: tariffInForce(outerId),
      plate: owners.vehiclePlate,
      overlaps: sql<boolean>`exists ${taken}`,
    })
    .from(stations)
    .leftJoin(owners, eq(owners.userId, ownerId))
    .where(eq(stations.id, stationId))
    .for("share", { of: stations });
  // Sent together: a connection answers in order, so what is read is read behind the lock.
  const [, [row]] = await Promise.all([ctx.db.execute(ownerLock(ownerId)), rows]);
  return row ?? null;
}
