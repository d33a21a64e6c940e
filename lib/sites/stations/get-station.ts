import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";

import type { ConnectorRow, StationRow } from "./rules";
import { findBusinessIds, findConnectorRows, findStation, lockStationRow } from "./store/stations";

/** A station's stored facts. Throws station.not_found. */
export async function getStation(ctx: Context, id: string): Promise<StationRow> {
  const station = await findStation(ctx, id);
  if (!station) throw fail("station.not_found");
  return station;
}

/**
 * The same, its row locked until the transaction ends: `share` while bookings take or give back places, `update`
 * for what changes slots or status, so that neither slips in between the other (architecture.md, Concurrency).
 */
export async function lockStation(
  ctx: Context,
  id: string,
  strength: "share" | "update",
): Promise<StationRow> {
  const station = await lockStationRow(ctx, id, strength === "share" ? "share" : "no key update");
  if (!station) throw fail("station.not_found");
  return station;
}

/** The station's connectors in order of number. */
export async function findConnectors(ctx: Context, stationId: string): Promise<ConnectorRow[]> {
  return findConnectorRows(ctx, stationId);
}

/** The one business that runs all these stations; null when there is none, or several (a port). */
export async function businessOfStations(
  ctx: Context,
  stationIds: readonly string[],
): Promise<string | null> {
  if (stationIds.length === 0) return null;
  const found = await findBusinessIds(ctx, stationIds);
  return found.length === 1 ? (found[0] ?? null) : null;
}
