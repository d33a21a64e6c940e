import type { AssignableStation } from "@/components/operator/station-checklist";
import type { Context } from "@/lib/core/context";
import { everyPage } from "@/lib/core/pages";
import { searchStations } from "@/lib/sites/stations";
import { SearchStations } from "@/lib/sites/stations/schema";

/** Every station of the own business, or for an admin of the named one, by name. */
export async function ownStations(ctx: Context, businessId?: string): Promise<AssignableStation[]> {
  const query = SearchStations.parse({ mine: "true", businessId });
  const found = await everyPage((page) => searchStations(ctx, { ...query, ...page }));
  const all = found.map(({ id, name, address }) => ({ id, name, address }));
  return all.toSorted((one, other) => one.name.localeCompare(other.name));
}
