import { recordAudit } from "@/lib/records/audit/inside";
import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { Authorized } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";
import type { AuditAction } from "@/lib/words";

import { findConnectors, lockStation } from "./get-station";
import { insertOutage, updateLasting, type OutageRow } from "./store/outages";

/** The station whose connector is concerned, to whoever may say so. */
type Station = Authorized<{ readonly stationId: string; readonly businessId: string | null }>;

/** A time in which a connector cannot be used; `untilAt`, after `startsAt`, is null until further notice. */
export type NewOutage = Omit<OutageRow, "id" | "endedAt">;

/**
 * Takes a connector out of use for a time, whatever its status: it counts in no slot that lies in it and has not
 * begun. Slots follow at once and bookings that no longer fit are flagged; nothing is cancelled (chargers.md §10).
 * In the caller's transaction; locks the station. Throws `station.not_found` or `connector.not_found`.
 */
export async function setOutage(
  ctx: Context,
  station: Station,
  outage: NewOutage,
): Promise<{ id: string }> {
  await lockStation(ctx, station.stationId, "update");
  const row = { ...outage, id: newId(), endedAt: null };
  const number = await getConnectorNumber(ctx, station, row);
  await insertOutage(ctx, row);
  await tell(ctx, station, "SetOutage", {
    reason: row.reason,
    changes: { connector: number, outage: [null, viewOutage(row)] },
  });
  await ctx.ports.rebuildSlots(ctx, [station.stationId]);
  return { id: row.id };
}

/**
 * Lets an outage last until another time, or until further notice, as whoever watches the connector does again and
 * again: it is not recorded each time, only what comes of it. In the caller's transaction; locks the station.
 * Throws `station.not_found`, or `outage.not_found` where none such lasts.
 */
export async function moveOutage(
  ctx: Context,
  station: Station,
  { id, untilAt }: Pick<OutageRow, "id" | "untilAt">,
): Promise<void> {
  const { stationId } = station;
  await lockStation(ctx, stationId, "update");
  const moved = await updateLasting(ctx, { stationId, outageId: id }, { untilAt });
  if (!moved) throw fail("outage.not_found");
  await ctx.ports.rebuildSlots(ctx, [stationId]);
}

/**
 * Ends an outage now: slots that have not begun get the place back. In the caller's transaction; locks the station.
 * Throws `station.not_found`, or `outage.not_found` where none such lasts.
 */
export async function endOutage(
  ctx: Context,
  station: Station,
  { id }: Pick<OutageRow, "id">,
): Promise<void> {
  const { stationId } = station;
  await lockStation(ctx, stationId, "update");
  const endedAt = ctx.clock.now();
  const ended = await updateLasting(ctx, { stationId, outageId: id }, { endedAt });
  if (!ended) throw fail("outage.not_found");
  const number = await getConnectorNumber(ctx, station, ended);
  await tell(ctx, station, "EndOutage", {
    reason: ended.reason,
    changes: { connector: number, outage: [viewOutage(ended), null] },
  });
  await ctx.ports.rebuildSlots(ctx, [stationId]);
}

async function getConnectorNumber(
  ctx: Context,
  { stationId }: Station,
  { connectorId }: Pick<OutageRow, "connectorId">,
): Promise<number> {
  const found = (await findConnectors(ctx, stationId)).find(({ id }) => id === connectorId);
  if (!found) throw fail("connector.not_found");
  return found.number;
}

const viewOutage = ({ id, source, startsAt, untilAt }: OutageRow) => ({
  id,
  source,
  startsAt,
  endsAt: untilAt,
});

async function tell(
  ctx: Context,
  { stationId, businessId }: Station,
  action: Extract<AuditAction, `${string}Outage`>,
  deed: { readonly reason: string | null; readonly changes: Readonly<Record<string, unknown>> },
): Promise<void> {
  const about = { businessId, stationId };
  await recordAudit(ctx, { entity: "Station", entityId: stationId, action, ...deed, ...about });
  await publishEvent(ctx, { type: "station.changed", payload: { stationId }, ...about });
}
