import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { openTo } from "@/lib/core/permissions";
import { readStation } from "@/lib/sites/stations";
import type { ConnectorView } from "@/lib/sites/stations/schema";

import { outAt, placesOf } from "./open-places";
import { isOpenAt } from "./span-openings";
import { findPlans, type StationPlan } from "./store/plans";
import { findRunning } from "./store/slots";

/** A connector as it is now: whether a car charges on it, and whether one could, as far as hours and holds say. */
interface ConnectorNow extends ConnectorView {
  readonly busy: boolean;
  readonly usable: boolean;
}

/** The connectors as they are now, and whether one of them is free. */
interface ConnectorsNow {
  readonly available: boolean;
  readonly connectors: readonly ConnectorNow[];
}

/**
 * Whether a car could charge at the station just now, connector by connector: one in service on which none charges,
 * while the station is open and no hold or outage takes it. Of holds that say how many, and of a day with fewer
 * places, the connectors with the highest numbers that are free are the ones taken. For everybody. Throws
 * station.not_found.
 */
export async function readConnectorsNow(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<ConnectorsNow> {
  openTo(ctx, "station.read");
  const station = await readStation(ctx, id);
  const now = ctx.clock.now();
  const [plan] = await findPlans(ctx, [id], now);
  if (!plan) throw fail("station.not_found");
  const inUse = station.connectors.filter(({ status }) => status !== "Inactive");
  const connectors = await Promise.all(
    inUse.map(async (one) => ({ ...one, busy: await ctx.ports.isConnectorBusy(ctx, one.id) })),
  );
  // What has begun goes on, whatever the schedule says since.
  const runs = (await findRunning(ctx, [id], now)).length > 0;
  const isOpen = station.status === "Active" && (runs || isOpenAt(plan, now));
  const free = new Set(isOpen ? freeOf(plan, connectors, now) : []);
  return {
    available: free.size > 0,
    connectors: connectors.map((one) => ({ ...one, usable: one.busy || free.has(one.id) })),
  };
}

/** The ids of those on which a car could begin to charge, in the order of their numbers. */
function freeOf(
  plan: StationPlan,
  connectors: readonly Omit<ConnectorNow, "usable">[],
  now: Date,
): string[] {
  const at = now.getTime();
  const out = outAt(plan, at);
  const inService = connectors.filter(({ id, status }) => status === "Active" && !out.has(id));
  const busy = inService.filter((one) => one.busy).length;
  const places = Math.max(0, placesOf(plan)(at, at + 1).open.size - busy);
  const free = inService.filter((one) => !one.busy);
  return free
    .toSorted((one, other) => one.number - other.number)
    .slice(0, places)
    .map(({ id }) => id);
}
