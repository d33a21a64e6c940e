import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { openTo } from "@/lib/core/permissions";
import { readStation } from "@/lib/sites/stations";
import type { ConnectorView } from "@/lib/sites/stations/schema";

import { freeConnectors } from "./free-connectors";
import { findPlans } from "./store/plans";
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
  const busy = await ctx.ports.busyConnectors(ctx, [id]);
  // What has begun goes on, whatever the schedule says since.
  const runs = (await findRunning(ctx, [id], now)).length > 0;
  const free = new Set(freeConnectors(plan, { busy, runs, now }));
  const inUse = station.connectors.filter(({ status }) => status !== "Inactive");
  const connectors = inUse.map((one) => {
    const isBusy = busy.has(one.id);
    return { ...one, busy: isBusy, usable: isBusy || free.has(one.id) };
  });
  return { available: free.size > 0, connectors };
}
