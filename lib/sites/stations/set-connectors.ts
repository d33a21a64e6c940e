import type { Context } from "@/lib/core/context";

import { addConnector, removeConnector, updateConnector } from "./change-connector";
import { findConnectors } from "./get-station";
import { connectorsOf, type StationRow } from "./rules";
import type { ConnectorInput } from "./schema";

/**
 * Makes the station's connectors those that are told, each as by a change of its own: as many as a number says, more
 * of the usual kind under the next free numbers, or fewer by the highest-numbered; or those that are listed, by
 * number. What is so already changes nothing. In the transaction that holds the station.
 * Throws connector.in_use while a car charges on one that goes.
 */
export async function setConnectors(
  ctx: Context,
  station: Pick<StationRow, "id" | "type" | "timeZone">,
  wanted: number | readonly ConnectorInput[],
): Promise<void> {
  const { id: stationId } = station;
  const inUse = (await findConnectors(ctx, stationId)).filter(
    ({ status }) => status !== "Inactive",
  );
  const listed = typeof wanted === "number" ? counted(station, inUse, wanted) : wanted;
  const numbers = new Set(listed.map(({ number }) => number));
  for (const { id: connectorId } of inUse.filter(({ number }) => !numbers.has(number))) {
    await removeConnector(ctx, { stationId, connectorId });
  }
  for (const { number, ...facts } of listed) {
    const known = inUse.find((one) => one.number === number);
    if (known) await updateConnector(ctx, { stationId, connectorId: known.id, ...facts });
    else await addConnector(ctx, { stationId, number, ...facts });
  }
}

/** So many connectors: those there are, by number, and new ones of the usual kind. */
function counted(
  { type, timeZone }: Pick<StationRow, "type" | "timeZone">,
  inUse: readonly { readonly number: number }[],
  count: number,
): readonly ConnectorInput[] {
  const kept = inUse.map(({ number }) => ({ number })).slice(0, count);
  const taken = new Set(inUse.map(({ number }) => number));
  const free = Array.from({ length: count + taken.size }, (_, index) => index + 1).filter(
    (number) => !taken.has(number),
  );
  const [usual] = connectorsOf(1, type, timeZone);
  const maxPowerKw = usual?.maxPowerW == null ? null : usual.maxPowerW / 1000;
  const added = free
    .slice(0, Math.max(0, count - kept.length))
    .map((number) => ({ number, maxPowerKw }));
  return [...kept, ...added];
}
