import type { Context } from "@/lib/core/context";
import type { Fault } from "@/lib/core/fault";
import type { Authorized } from "@/lib/core/permissions";
import { findConnectors, placeStation } from "@/lib/sites/stations/inside";
import { CreateStation } from "@/lib/sites/stations/schema";
import type { PricingInput } from "@/lib/money/tariffs/schema";

import type { PastSession } from "./parse-past-sessions";
import type { PastSite } from "./parse-past-sites";
import { findImportedOutlets, findStationsNamed } from "./store/past";

interface Fresh extends PastSession {
  readonly row: number;
  readonly key: string;
}

/** A session with the station and connector that stand for its site and outlet. */
export interface Placed extends Fresh {
  readonly stationId: string;
  readonly connectorId: string;
}

/** The places of one station: which of its connectors stands for which outlet of the file, and those that are free. */
interface Station {
  readonly id: string;
  readonly outlets: Map<string, string>;
  readonly free: string[];
}

/**
 * Finds the stations that the sites are by their names; one that the business does not have yet is made where `sites`
 * says that it is, with a connector an outlet. An outlet keeps its connector in later imports.
 */
export async function placePast(
  ctx: Context,
  business: Authorized<{ readonly businessId: string }>,
  rows: readonly Fresh[],
  given: { readonly sites: readonly PastSite[]; readonly pricing?: PricingInput },
): Promise<{ placed: Placed[]; faults: { row: number; fault: Fault }[] }> {
  const stations = new Map<string, Station | null>();
  for (const [site, of] of Map.groupBy(rows, (row) => row.site)) {
    const outlets = [...new Set(of.map(({ outlet }) => outlet))].toSorted();
    stations.set(site, await stationOf(ctx, business, { site, outlets, ...given }));
  }
  const placed: Placed[] = [];
  const faults: { row: number; fault: Fault }[] = [];
  for (const one of rows) {
    const station = stations.get(one.site);
    const connectorId = station && connectorFor(station, one.outlet);
    if (station && connectorId) placed.push({ ...one, stationId: station.id, connectorId });
    else {
      const code = station ? "past_outlet" : "past_site";
      const values = { site: one.site.slice(0, 80), outlet: one.outlet.slice(0, 40) };
      faults.push({ row: one.row, fault: { code, values } });
    }
  }
  return { placed, faults };
}

function connectorFor({ outlets, free }: Station, outlet: string): string | undefined {
  const known = outlets.get(outlet) ?? free.shift();
  if (known) outlets.set(outlet, known);
  return known;
}

async function stationOf(
  ctx: Context,
  business: Authorized<{ readonly businessId: string }>,
  wanted: {
    readonly site: string;
    readonly outlets: readonly string[];
    readonly sites: readonly PastSite[];
    readonly pricing?: PricingInput;
  },
): Promise<Station | null> {
  const { site, outlets, sites, pricing } = wanted;
  const [found] = await findStationsNamed(ctx, business.businessId, site);
  const position = sites.find(({ name }) => name === site);
  if (!found && !position) return null;
  const fresh = found === undefined ? newStation() : null;
  const id = found ?? (fresh && (await placeStation(ctx, "session.import", fresh)));
  if (id === null) return null;
  const known = await findImportedOutlets(ctx, id);
  const taken = new Set(known.values());
  const connectors = await findConnectors(ctx, id);
  const free = connectors.map((connector) => connector.id).filter((one) => !taken.has(one));
  return { id, outlets: known, free };

  function newStation() {
    const { businessId } = business;
    // A name that is too long, or more outlets than a station has: its rows are refused.
    const { data: input } = CreateStation.safeParse({
      name: site,
      location: { lat: position?.latitude, lng: position?.longitude },
      type: "AC",
      connectors: outlets.map((_, at) => ({ number: at + 1, standard: "IEC_62196_T2" })),
      ...(pricing && { pricing }),
    });
    return input ? { ...input, businessId } : null;
  }
}
