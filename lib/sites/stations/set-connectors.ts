import type { Context } from "@/lib/core/context";

import { failField } from "@/lib/core/errors";

import { addConnector, removeConnector, updateConnector } from "./change-connector";
import { findConnectors } from "./get-station";
import { connectorsOf } from "./name-plugs";
import type { StationRow } from "./rules";
import type { ConnectorInput, KnownConnector } from "./schema";

/**
 * Makes the station's connectors those that are told, each as by a change of its own: as many as a number says, more
 * of the usual kind under the next free numbers, or fewer by the highest-numbered; or those that are listed, by
 * number. What is so already changes nothing. In the transaction that holds the station.
 * Throws connector.in_use while a car charges on one that goes, connector.not_found for an id that is not one of
 * them, connector.number_taken for a number that is told twice.
 */
export async function setConnectors(
  ctx: Context,
  station: Pick<StationRow, "id" | "type" | "timeZone">,
  wanted: number | readonly KnownConnector[],
): Promise<void> {
  const { id: stationId } = station;
  const inUse = (await findConnectors(ctx, stationId)).filter(
    ({ status }) => status !== "Inactive",
  );
  const listed =
    typeof wanted === "number" ? counted(station, inUse, wanted) : named(inUse, wanted);
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

/** Those that are listed, each by the number it has where its id is told. */
function named(
  inUse: readonly { readonly id: string; readonly number: number }[],
  wanted: readonly KnownConnector[],
): readonly ConnectorInput[] {
  const listed = wanted.map(({ connectorId, ...facts }, index) => {
    if (connectorId === undefined) return facts;
    const known = inUse.find(({ id }) => id === connectorId);
    if (!known) throw failField("connector.not_found", `connectors.${index}.connectorId`);
    return { ...facts, number: known.number };
  });
  if (new Set(listed.map(({ number }) => number)).size < listed.length) {
    throw failField("connector.number_taken", "connectors");
  }
  return listed;
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
