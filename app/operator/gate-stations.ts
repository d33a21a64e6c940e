import type { GateStation } from "@/components/scan/free-connectors";
import type { Context } from "@/lib/core/context";
import { everyPage } from "@/lib/core/pages";
import { readClosings } from "@/lib/sites/schedules";
import { searchStations } from "@/lib/sites/stations";
import { SearchStations } from "@/lib/sites/stations/schema";

/** The caller's stations with their connectors in service, by name, as far as an operator at the gate asks of them. */
export async function gateStations(ctx: Context): Promise<GateStation[]> {
  const query = SearchStations.parse({ mine: "true", include: "connectors" });
  const found = await everyPage((page) => searchStations(ctx, { ...query, ...page }));
  const closings = await readClosings(
    ctx,
    found.map(({ id }) => id),
  );
  return found
    .map(({ id, name, timeZone, connectorList = [] }) => ({
      id,
      name,
      timeZone,
      connectors: connectorList
        .filter(({ status }) => status === "Active")
        .map((one) => ({ ...one, closesAt: closings.get(one.id) })),
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}
