import { and, eq, inArray } from "drizzle-orm";

import { sessions } from "@/db/schema/sessions";
import { connectors } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";

/** The numbers of the connectors at which cars charge at the stations, by their bookings. */
export async function findConnectorsInUse(
  ctx: Context,
  stationIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.db
    .select({ bookingId: sessions.bookingId, number: connectors.number })
    .from(sessions)
    .innerJoin(connectors, eq(connectors.id, sessions.connectorId))
    .where(and(inArray(sessions.stationId, [...stationIds]), eq(sessions.status, "Active")));
  return new Map(rows.map(({ bookingId, number }) => [bookingId, number]));
}

/** The ids of the connectors at which cars charge at the stations. */
export async function findBusyConnectors(
  ctx: Context,
  stationIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await ctx.db
    .select({ id: sessions.connectorId })
    .from(sessions)
    .where(and(inArray(sessions.stationId, [...stationIds]), eq(sessions.status, "Active")));
  return new Set(rows.flatMap(({ id }) => id ?? []));
}
