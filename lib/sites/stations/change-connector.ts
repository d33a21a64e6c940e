import { recordAudit } from "@/lib/records/audit/inside";
import { changesOf } from "@/lib/core/changes";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail, failField } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { kindKey } from "@/lib/core/plugs";
import { authorize, openTo } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";
import type { AuditAction } from "@/lib/words";

import { findConnectors, getStation, lockStation } from "./get-station";
import { connectorsOf, plugsTold } from "./name-plugs";
import { openReadyStation } from "./open-ready-station";
import type { ConnectorRow } from "./rules";
import type { ConnectorInput, ConnectorView, UpdateConnector } from "./schema";
import { insertConnectors, isNumberTaken, updateConnectorRow } from "./store/stations";
import { viewConnector } from "./view";

interface Named {
  readonly stationId: string;
  readonly connectorId: string;
}

/** The station's connectors by number, for everybody. Throws station.not_found. */
export async function readConnectors(ctx: Context, stationId: string): Promise<ConnectorView[]> {
  openTo(ctx, "station.read");
  await getStation(ctx, stationId);
  return (await findConnectors(ctx, stationId)).map(viewConnector);
}

/**
 * Adds a connector, and with it a place in every slot. A removed one with this number comes back as what is now
 * told of it. Throws station.not_found, connector.number_taken.
 */
export async function addConnector(
  ctx: Context,
  { stationId, ...input }: { readonly stationId: string } & ConnectorInput,
): Promise<ConnectorView> {
  return inTransaction(ctx, async (ctx) => {
    const station = await lockManaged(ctx, stationId);
    const same = (await findConnectors(ctx, stationId)).find(
      ({ number }) => number === input.number,
    );
    if (same && same.status !== "Inactive") throw failField("connector.number_taken", "number");
    const [facts] = connectorsOf([input], station.type, station.timeZone);
    if (!facts) throw fail("request.internal");
    const row = { ...facts, id: same?.id ?? newId(), stationId };
    const now = ctx.clock.now();
    if (same) await updateConnectorRow(ctx, same.id, { ...facts, updatedAt: now });
    else await insertConnectors(ctx, [{ ...row, createdAt: now, updatedAt: now }]);
    const before = same ? told(same) : null;
    await settle(ctx, station, "AddConnector", { connector: [before, told(row)] });
    return viewConnector(row);
  });
}

/**
 * Changes a connector; out of service, it takes its place from every slot, with other plugs or power it becomes another
 * kind of place. Throws station.not_found, connector.not_found, connector.number_taken, or connector.in_use while a car
 * charges on it and it is to be another place.
 */
export async function updateConnector(
  ctx: Context,
  { stationId, connectorId, ...input }: Named & UpdateConnector,
): Promise<ConnectorView> {
  return inTransaction(ctx, async (ctx) => {
    const station = await lockManaged(ctx, stationId);
    const before = await connectorOf(ctx, { stationId, connectorId });
    const number = input.number ?? before.number;
    if (await isNumberTaken(ctx, stationId, number, connectorId)) {
      throw failField("connector.number_taken", "number");
    }
    const after: ConnectorRow = {
      ...before,
      number,
      ...plugsTold(input, before, station.timeZone),
      status: input.status ?? before.status,
    };
    const changes = changesOf(before, after);
    if (Object.keys(changes).length === 0) return viewConnector(before);
    if (before.status === "Active" && !isSamePlace(before, after))
      await assertIdle(ctx, connectorId);
    const { id: _id, stationId: _station, ...columns } = after;
    await updateConnectorRow(ctx, connectorId, { ...columns, updatedAt: ctx.clock.now() });
    await settle(ctx, station, "UpdateConnector", { number, ...changes });
    return viewConnector(after);
  });
}

/**
 * Takes a connector away for good: it becomes Inactive, because past sessions still name it.
 * Throws station.not_found, connector.not_found, or connector.in_use while a car charges on it.
 */
export async function removeConnector(ctx: Context, named: Named): Promise<ConnectorView> {
  return updateConnector(ctx, { ...named, status: "Inactive" });
}

/** A connector as its record tells it: its plugs one by one only where they differ. */
function told(row: ConnectorRow) {
  const { plugs, ...facts } = viewConnector(row);
  return row.plugPowersW ? { ...facts, plugs } : facts;
}

async function lockManaged(ctx: Context, stationId: string) {
  const station = await lockStation(ctx, stationId, "update");
  const { businessId } = station;
  authorize(ctx, "connector.manage", { businessId, stationId }, "station.not_found");
  return station;
}

async function connectorOf(ctx: Context, { stationId, connectorId }: Named): Promise<ConnectorRow> {
  const found = (await findConnectors(ctx, stationId)).find(({ id }) => id === connectorId);
  if (!found) throw fail("connector.not_found");
  return found;
}

/** Whether it stays the place that it was for who stands there (product.md, Slot). */
const isSamePlace = (before: ConnectorRow, after: ConnectorRow) =>
  after.status === "Active" && keyOf(before) === keyOf(after);

const keyOf = ({ standards, maxPowerW, plugPowersW }: ConnectorRow) =>
  kindKey(standards, maxPowerW, plugPowersW);

async function assertIdle(ctx: Context, connectorId: string): Promise<void> {
  if (await ctx.ports.isConnectorBusy(ctx, connectorId)) throw fail("connector.in_use");
}

async function settle(
  ctx: Context,
  { id: stationId, businessId }: { id: string; businessId: string | null },
  action: AuditAction,
  changes: Record<string, unknown>,
): Promise<void> {
  await recordAudit(ctx, {
    entity: "Station",
    entityId: stationId,
    action,
    changes,
    businessId,
    stationId,
  });
  await publishEvent(ctx, {
    type: "station.changed",
    payload: { stationId },
    businessId,
    stationId,
  });
  await ctx.ports.rebuildSlots(ctx, [stationId]);
  await openReadyStation(ctx, stationId);
}
