import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { authorize, inScope, openTo, permits, scopeOf } from "@/lib/core/permissions";
import { findTariff } from "@/lib/money/tariffs/inside";

import { findConnectors, getStation } from "./get-station";
import type { StationRow } from "./rules";
import type { StationView } from "./schema";
import { findImages } from "./store/images";
import { findWeeks } from "./store/stations";
import { viewStation } from "./view";

/** A station's facts, for everybody; an Inactive one for its staff alone. Throws station.not_found. */
export async function readStation(ctx: Context, id: string): Promise<StationView> {
  return viewOf(ctx, await getReadable(ctx, id));
}

/** The station's row for whoever may see it, as `readStation` has it. */
export async function getReadable(ctx: Context, id: string): Promise<StationRow> {
  openTo(ctx, "station.read");
  const station = await getStation(ctx, id);
  if (station.status === "Inactive" && !isStaffOf(ctx, station)) throw fail("station.not_found");
  return station;
}

/** The same for those who run it, in any state. Throws station.not_found where it is another's. */
export async function readManagedStation(ctx: Context, id: string): Promise<StationView> {
  return viewOf(ctx, await getManaged(ctx, id));
}

/** The station's row for those who run it. Throws station.not_found where it is another's. */
export async function getManaged(ctx: Context, id: string): Promise<StationRow> {
  const station = await getStation(ctx, id);
  const { businessId } = station;
  authorize(ctx, "station.manage", { businessId, stationId: id }, "station.not_found");
  return station;
}

/** The view of a row that the caller holds already. */
export async function viewOf(ctx: Context, station: StationRow): Promise<StationView> {
  const [parts, images] = await Promise.all([
    findParts(ctx, station.id),
    findImages(ctx, station.id),
  ]);
  return viewStation(ctx, station, { ...parts, images });
}

/** What a station has of that which drivers need to book there. */
export async function findParts(ctx: Context, stationId: string) {
  const [connectors, tariff, weeks] = await Promise.all([
    findConnectors(ctx, stationId),
    findTariff(ctx, stationId),
    findWeeks(ctx, [stationId]),
  ]);
  return { connectors, tariff, hours: weeks.get(stationId) ?? null };
}

function isStaffOf(ctx: Context, station: StationRow): boolean {
  const { id: stationId, businessId } = station;
  return (
    permits(ctx, "schedule.read") &&
    inScope(scopeOf(ctx, "schedule.read"), { stationId, businessId })
  );
}
