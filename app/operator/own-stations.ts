import type { OwnStation } from "@/components/queue/station-choice";
import type { Context } from "@/lib/core/context";
import { everyPage } from "@/lib/core/pages";
import { searchStations } from "@/lib/sites/stations";
import { SearchStations } from "@/lib/sites/stations/schema";

/** The stations that the operator works at, by name. */
export async function ownStations(ctx: Context): Promise<OwnStation[]> {
  const query = SearchStations.parse({ mine: "true" });
  const found = await everyPage((page) => searchStations(ctx, { ...query, ...page }));
  const all = found.map(({ id, name, timeZone }) => ({ id, name, timeZone }));
  return all.toSorted((one, other) => one.name.localeCompare(other.name));
}
