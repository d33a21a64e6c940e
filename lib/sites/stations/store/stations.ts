import { and, asc, eq, inArray, isNotNull, ne, sql, type SQL } from "drizzle-orm";

import { businesses } from "@/db/schema/businesses";
import { schedules } from "@/db/schema/schedules";
import { connectors, stations } from "@/db/schema/stations";
import { compiled, type ValueOf } from "@/lib/core/compiled";
import { lockToShare, type Context } from "@/lib/core/context";
import { wholeWeek, type Week } from "@/lib/core/opening-hours";
import type { Scope } from "@/lib/core/permissions";
import type { StatusStep, WithoutStatus } from "@/lib/core/transitions";

import type { ConnectorRow, StationRow } from "../rules";
import type { StationStatus } from "../schema";

export const stationColumns = {
  id: stations.id,
  businessId: stations.businessId,
  name: stations.name,
  address: stations.address,
  latitude: stations.latitude,
  longitude: stations.longitude,
  timeZone: stations.timeZone,
  type: stations.type,
  status: stations.status,
  opensWhenReady: stations.opensWhenReady,
  slotMinutes: stations.slotMinutes,
  approval: stations.approval,
  description: stations.description,
  phone: stations.phone,
  hoursNote: stations.hoursNote,
  amenities: stations.amenities,
  network: stations.network,
  ratingSum: stations.ratingSum,
  ratingCount: stations.ratingCount,
};

const connectorColumns = {
  id: connectors.id,
  stationId: connectors.stationId,
  number: connectors.number,
  standards: connectors.standards,
  maxPowerW: connectors.maxPowerW,
  plugPowersW: connectors.plugPowersW,
  status: connectors.status,
};

/** The stations that a scope reaches, of those that a business runs. */
export function within(scope: Scope): SQL | undefined {
  if (scope.reach === "business") return eq(stations.businessId, scope.businessId);
  if (scope.reach === "station") {
    return scope.stationIds.length > 0 ? inArray(stations.id, [...scope.stationIds]) : sql`false`;
  }
  return isNotNull(stations.businessId);
}

/** The names of those of these stations that a business runs, within the scope. */
export async function findStationNames(
  ctx: Context,
  scope: Scope,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .select({ id: stations.id, name: stations.name })
    .from(stations)
    .where(and(inArray(stations.id, [...ids]), within(scope)));
}

export async function findStation(ctx: Context, id: string): Promise<StationRow | null> {
  const [row] = await selectStation(ctx, { id });
  return row ?? null;
}

// Every page of a station asks for them.
const selectStation = compiled(({ db }, value: ValueOf<{ id: string }>) =>
  db
    .select(stationColumns)
    .from(stations)
    .where(eq(stations.id, value("id"))),
);
const selectConnectors = compiled(({ db }, value: ValueOf<{ stationId: string }>) =>
  db
    .select(connectorColumns)
    .from(connectors)
    .where(eq(connectors.stationId, value("stationId")))
    .orderBy(asc(connectors.number)),
);

/** The row, locked until the transaction ends: shared, or against all but mere references. */
export async function lockStationRow(
  ctx: Context,
  id: string,
  strength: "share" | "no key update",
): Promise<StationRow | null> {
  const lock = strength === "share" ? lockToShare(ctx, [id]) : strength;
  const [row] = await selectLocked(ctx, { id }, lock);
  return row ?? null;
}

const selectLocked = compiled(
  ({ db }, value: ValueOf<{ id: string }>, lock: "share" | "no key update") =>
    db
      .select(stationColumns)
      .from(stations)
      .where(eq(stations.id, value("id")))
      .for(lock),
);

export async function insertStation(
  ctx: Context,
  row: typeof stations.$inferInsert,
): Promise<void> {
  await ctx.db.insert(stations).values(row);
}

export async function updateStationRow(
  ctx: Context,
  id: string,
  changes: WithoutStatus<typeof stations.$inferInsert>,
): Promise<void> {
  await ctx.db.update(stations).set(changes).where(eq(stations.id, id));
}

/** Adds to what the reviews of a station come to. */
export async function addRating(
  ctx: Context,
  id: string,
  by: { readonly sum: number; readonly count: number },
): Promise<void> {
  await ctx.db
    .update(stations)
    .set({
      ratingSum: sql`${stations.ratingSum} + ${by.sum}`,
      ratingCount: sql`${stations.ratingCount} + ${by.count}`,
    })
    .where(eq(stations.id, id));
}

/**
 * Takes the step where the station is in one of its statuses `from`; false where it is not. Whoever sets a status has
 * decided: it no longer opens by itself.
 */
export async function storeStationStatus(
  ctx: Context,
  id: string,
  step: StatusStep<StationStatus>,
): Promise<boolean> {
  const rows = await ctx.db
    .update(stations)
    .set({ status: step.to, opensWhenReady: false, updatedAt: ctx.clock.now() })
    .where(and(eq(stations.id, id), inArray(stations.status, [...step.from])))
    .returning({ id: stations.id });
  return rows.length === 1;
}

export async function findBusinessIds(
  ctx: Context,
  stationIds: readonly string[],
): Promise<(string | null)[]> {
  const rows = await ctx.db
    .selectDistinct({ businessId: stations.businessId })
    .from(stations)
    .where(inArray(stations.id, [...stationIds]));
  return rows.map(({ businessId }) => businessId);
}

/** The time zone of an Active business; null where there is none. */
export async function findBusinessZone(ctx: Context, businessId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ timeZone: businesses.timeZone })
    .from(businesses)
    .where(and(eq(businesses.id, businessId), eq(businesses.status, "Active")));
  return row?.timeZone ?? null;
}

export async function findConnectorRows(ctx: Context, stationId: string): Promise<ConnectorRow[]> {
  return selectConnectors(ctx, { stationId });
}

/** The connectors of all these stations, none of those taken away for good. */
export async function findConnectorsOf(
  ctx: Context,
  stationIds: readonly string[],
): Promise<ConnectorRow[]> {
  return ctx.db
    .select(connectorColumns)
    .from(connectors)
    .where(and(inArray(connectors.stationId, [...stationIds]), ne(connectors.status, "Inactive")))
    .orderBy(asc(connectors.number));
}

/** The weeks of those of these stations that have a schedule, by station. */
export async function findWeeks(
  ctx: Context,
  stationIds: readonly string[],
): Promise<Map<string, Week>> {
  const rows = await ctx.db
    .select({ stationId: schedules.stationId, weekly: schedules.weekly })
    .from(schedules)
    .where(inArray(schedules.stationId, [...stationIds]));
  return new Map(rows.map(({ stationId, weekly }) => [stationId, wholeWeek(weekly)]));
}

export async function insertConnectors(
  ctx: Context,
  rows: (typeof connectors.$inferInsert)[],
): Promise<void> {
  await ctx.db.insert(connectors).values(rows);
}

export async function updateConnectorRow(
  ctx: Context,
  id: string,
  changes: Partial<typeof connectors.$inferInsert>,
): Promise<void> {
  await ctx.db.update(connectors).set(changes).where(eq(connectors.id, id));
}

/** Whether another connector of the station has the number. */
export async function isNumberTaken(
  ctx: Context,
  stationId: string,
  number: number,
  exceptId?: string,
): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: connectors.id })
    .from(connectors)
    .where(
      and(
        eq(connectors.stationId, stationId),
        eq(connectors.number, number),
        exceptId ? ne(connectors.id, exceptId) : undefined,
      ),
    );
  return rows.length > 0;
}

/** The id of the business that runs the station, as a value within a statement (a port). */
export const businessIdOf = (stationId: string) =>
  sql<string>`(select business_id from ${stations} where id = ${stationId}::uuid)`;
