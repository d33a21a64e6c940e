import { and, eq, sql, type SQL } from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import { type AgreedTariff, bookings } from "@/db/schema/bookings";
import { vehicles } from "@/db/schema/drivers";
import { placeGroups } from "@/db/schema/schedules";
import { connectors, stations } from "@/db/schema/stations";
import { compiled, type ValueOf } from "@/lib/core/compiled";
import { lockToShare, type Context } from "@/lib/core/context";
import { tariffInForce } from "@/lib/money/tariffs/inside";
import { isNamedVehicle } from "@/lib/sites/drivers/inside";
import { groupKey } from "@/lib/sites/schedules/inside";

import type { CreateBooking } from "../schema";
import { lockOwner, ownerOverlap } from "./bookings";

/** Written out: where nothing is joined, Drizzle leaves the table's name away, and `id` would be the connector's. */
const outerId = sql`"stations"."id"`;

const station = {
  id: stations.id,
  businessId: stations.businessId,
  name: stations.name,
  timeZone: stations.timeZone,
  status: stations.status,
  approval: stations.approval,
  slotMinutes: stations.slotMinutes,
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

/** The station as it is, kept from being rebuilt or deactivated until the transaction ends, with its tariff. */
export async function shareStation(ctx: Context, id: string) {
  const [row] = await ctx.db
    .select({ station, tariff: tariffInForce(outerId) })
    .from(stations)
    .where(eq(stations.id, id))
    .for(lockToShare(ctx, [id]), { of: stations });
  return row ?? null;
}

type Wanted = Pick<
  CreateBooking,
  "stationId" | "startsAt" | "endsAt" | "minutes" | "connectorId" | "vehicleId" | "vehiclePlate"
>;

/** The end of the slot in which the minutes end, as `rangeOf` has it. */
const endOfSlots = (startsAt: Date, minutes: number) =>
  sql`${startsAt}::timestamptz + ceil(${minutes}::numeric / ${stations.slotMinutes}) * ${stations.slotMinutes} * interval '1 minute'`;

/** The group of places to which a connector in service belongs; undefined for none. */
export async function findWishedGroup(
  ctx: Context,
  connectorId: string | null,
): Promise<number | undefined> {
  if (connectorId === null) return undefined;
  const { standards, maxPowerW: powerW, plugPowersW } = connectors;
  const rows = await ctx.db
    .select({ number: placeGroups.number, key: placeGroups.key, standards, powerW, plugPowersW })
    .from(connectors)
    .innerJoin(placeGroups, eq(placeGroups.stationId, connectors.stationId))
    .where(and(eq(connectors.id, connectorId), eq(connectors.status, "Active")));
  return rows.find(({ key, ...place }) => groupKey(place) === key)?.number;
}

/**
 * All that decides whether an owner may book a range at a station, read behind the owner's lock in one statement:
 * the station as it is, locked shared, its tariff, the owner's car that is named or their default, and whether the
 * owner has a booking at that time.
 */
export async function lockStationAndOwner(
  ctx: Context,
  wanted: Wanted & { readonly ownerId: string },
) {
  const { ownerId, stationId, endsAt, connectorId, ...car } = wanted;
  const shape = {
    lock: lockToShare(ctx, [stationId]),
    until: endsAt ? "instant" : "minutes",
    wish: typeof connectorId,
    car: car.vehicleId !== undefined ? "id" : car.vehiclePlate !== undefined ? "plate" : "default",
  } as const;
  // Sent together: a connection answers in order, so what is read is read behind the lock.
  const [, [row]] = await Promise.all([lockOwner(ctx, ownerId), deciding(ctx, wanted, shape)]);
  return row ?? null;
}

interface Shape {
  readonly lock: ReturnType<typeof lockToShare>;
  readonly until: "instant" | "minutes";
  readonly wish: string;
  readonly car: "id" | "plate" | "default";
}

type Deciding = Required<Wanted> & { readonly ownerId: string };

const deciding = compiled<Partial<Deciding>, DecidingRow[], Shape>(
  ({ db }, given, { lock, until, wish, car }) => {
    // Each is there where the shape has it.
    const value = given as ValueOf<Deciding>;
    const ownerId = value("ownerId");
    const startsAt = value("startsAt");
    const endsAt = until === "instant" ? value("endsAt") : endOfSlots(startsAt, value("minutes"));
    const taken = db
      .select({ id: bookings.id })
      .from(bookings)
      .where(ownerOverlap([ownerId], { startsAt, endsAt: endsAt as SQL }));
    const active = db
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, ownerId), eq(users.status, "Active")));
    const named = {
      ...(car === "id" && { vehicleId: value("vehicleId") }),
      ...(car === "plate" && { plate: value("vehiclePlate") }),
    };
    const number = wish === "number";
    const isWished = eq(number ? connectors.number : connectors.id, value("connectorId"));
    return db
      .select({
        station,
        tariff: tariffInForce(outerId),
        vehicleId: vehicles.id,
        plate: vehicles.plate,
        plugs: vehicles.standards,
        overlaps: sql<boolean>`exists ${taken}`,
        /** As it is now: they may have deleted their account since the request was let in. */
        isActive: sql<boolean>`exists ${active}`,
        /** The station's connector in service of the id or number that is wished for; null for none. */
        connectorId:
          wish === "undefined"
            ? sql<string | null>`null`
            : sql<string | null>`(
                select ${connectors.id} from ${connectors}
                where ${connectors.stationId} = ${outerId} and ${connectors.status} <> 'Inactive' and ${isWished}
              )`,
      })
      .from(stations)
      .leftJoin(vehicles, isNamedVehicle(ownerId, named))
      .where(eq(stations.id, value("stationId")))
      .for(lock, { of: stations });
  },
);

interface DecidingRow {
  readonly station: NonNullable<Awaited<ReturnType<typeof findStation>>>;
  readonly tariff: AgreedTariff | null;
  readonly vehicleId: string | null;
  readonly plate: string | null;
  /** The car's; empty where nobody said, null for no car. */
  readonly plugs: readonly string[] | null;
  readonly overlaps: boolean;
  readonly isActive: boolean;
  readonly connectorId: string | null;
}
