import { and, eq, inArray, isNotNull, ne, sql, type SQL } from "drizzle-orm";

import { connectors, stations } from "@/db/schema/stations";
import { compiled, type ValueOf } from "@/lib/core/compiled";
import type { Context } from "@/lib/core/context";
import { textOfList } from "@/lib/core/text-of-list";
import { tariffInForce, type Tariff } from "@/lib/money/tariffs/inside";
import { wholeInForce } from "@/lib/records/settings/inside";
import { byNearness, isInBox, metresTo, openStatuses } from "@/lib/sites/stations/inside";

/** The station of the outer query: named whole, because inside a subquery a bare `id` would be another's. */
const outer = {
  id: sql.raw('"stations"."id"'),
  businessId: stations.businessId,
  stationId: stations.id,
};

/** A station that takes bookings, with how far it is and what it lets be booked. */
export type NearStation = Near & Limits;

/** Which station, and how far off. */
interface Near {
  readonly id: string;
  readonly distanceM: number;
}

/**
 * The station and those around it that take bookings, the nearest first, at most so many: as the index of positions
 * finds them, so that a city costs no more than a village.
 */
export async function findNear(
  ctx: Context,
  stationId: string,
  { radiusM, most }: { readonly radiusM: number; readonly most: number },
): Promise<Near[]> {
  const [from] = await placeOf(ctx, { stationId });
  if (!from) return [];
  const those = { stationId, radiusM, most: most - 1, ...from };
  const [itself, others] = await Promise.all([
    near(ctx, those, "itself"),
    near(ctx, those, "others"),
  ]);
  return [...itself, ...others.filter(({ metres }) => metres <= radiusM)].map(({ id, metres }) => ({
    id,
    distanceM: Math.round(metres),
  }));
}

const placeOf = compiled(({ db }, value: ValueOf<{ stationId: string }>) =>
  db
    .select({ lat: stations.latitude, lng: stations.longitude })
    .from(stations)
    .where(eq(stations.id, value("stationId"))),
);

interface Around {
  readonly stationId: string;
  readonly lat: number;
  readonly lng: number;
  readonly radiusM: number;
  readonly most: number;
}

const near = compiled<Around, { id: string; metres: number }[], "itself" | "others">(
  ({ db }, value, which) => {
    const from = { lat: value("lat"), lng: value("lng") };
    const those = (which: SQL | undefined) =>
      db
        .select({ id: stations.id, metres: metresTo(from) })
        .from(stations)
        .where(
          and(inArray(stations.status, [...openStatuses]), isNotNull(stations.businessId), which),
        );
    if (which === "itself") return those(eq(stations.id, value("stationId")));
    return those(and(ne(stations.id, value("stationId")), isInBox(from, value("radiusM"))))
      .orderBy(byNearness(from))
      .limit(value("most"));
  },
);

/** What these stations are called and ask, and which times they let be booked. */
export async function findLimits(ctx: Context, stationIds: readonly string[]): Promise<Limits[]> {
  return limitsOf(ctx, { stationIds: textOfList(stationIds) }, ctx.config.settings);
}

interface Limits {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly tariff: Tariff | null;
  readonly powerW: number | null;
  readonly leadMinutes: number;
  readonly maxDaysAhead: number;
  readonly alternativesPerHour: number;
  readonly maxSlotsPerBooking: number;
}

// The environment's settings, which stand in the text, are its shape.
const limitsOf = compiled<{ stationIds: string }, Limits[], Context["config"]["settings"]>(
  (ctx, value) =>
    ctx.db
      .select({
        id: stations.id,
        name: stations.name,
        timeZone: stations.timeZone,
        tariff: tariffInForce(outer.id),
        powerW: sql<number | null>`(
          select max(${connectors.maxPowerW}) from ${connectors}
          where ${connectors.stationId} = ${outer.id} and ${connectors.status} = 'Active'
        )`,
        leadMinutes: sql<number>`${wholeInForce(ctx, "leadMinutes", outer)}`,
        maxDaysAhead: sql<number>`${wholeInForce(ctx, "maxDaysAhead", outer)}`,
        alternativesPerHour: sql<number>`${wholeInForce(ctx, "alternativesPerHour", outer)}`,
        maxSlotsPerBooking: sql<number>`${wholeInForce(ctx, "maxSlotsPerBooking", outer)}`,
      })
      .from(stations)
      .where(sql`${outer.id} = any(${value("stationIds")}::uuid[])`),
);
