import type { AssignableStation } from "@/components/operator/station-checklist";
import type { Context } from "@/lib/core/context";
import { searchStations } from "@/lib/stations";
import { SearchStations } from "@/lib/stations/schema";

/** Every station of the own business, or for an admin of the named one, by name. */
export async function ownStations(ctx: Context, businessId?: string): Promise<AssignableStation[]> {
  const all: AssignableStation[] = [];
  for (let page = 1; ; page += 1) {
    const query = { ...SearchStations.parse({ mine: "true", businessId }), page, limit: 100 };
    const { items, total } = await searchStations(ctx, query);
    all.push(...items.map(({ id, name, address }) => ({ id, name, address })));
    if (all.length >= total || items.length === 0) break;
  }
  return all.toSorted((one, other) => one.name.localeCompare(other.name));
}

/** Stations as a filter offers them. */
export const stationOptions = (
  stations: readonly { readonly id: string; readonly name: string }[],
) => stations.map(({ id, name }) => ({ value: id, label: name }));
