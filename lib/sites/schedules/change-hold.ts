import { recordAudit } from "@/lib/records/audit/inside";
import type { Context } from "@/lib/core/context";
import { fail, failField } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { authorize, type Authorized } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";
import { findConnectors, lockStation } from "@/lib/sites/stations/inside";
import type { AuditAction } from "@/lib/words";

import { rebuildSlots } from "./rebuild-slots";
import type { HeldInput, HoldView } from "./schema";
import { findHold, type HeldColumns, type HoldKey, type HoldRow } from "./store/holds";

type Station = Authorized<Awaited<ReturnType<typeof lockStation>>>;

/** Locks the station whose holds are to change. Throws `station.not_found`. */
export async function lockHoldStation(ctx: Context, stationId: string): Promise<Station> {
  const station = await lockStation(ctx, stationId, "update");
  return authorize(ctx, "schedule.manage", { ...station, stationId }, "station.not_found");
}

/** The station's hold. Throws `hold.not_found`. */
export async function getHold(ctx: Context, key: HoldKey): Promise<HoldRow> {
  const hold = isUuid(key.holdId) ? await findHold(ctx, key) : null;
  if (!hold) throw fail("hold.not_found");
  return hold;
}

/**
 * What a hold is to take, as it is kept. Throws `hold.how_many_or_which` at both fields unless exactly one of them is
 * given, or `connector.not_found` at one that names no connector of the station, or one that was taken away.
 */
export async function getHeld(
  ctx: Context,
  stationId: string,
  { connectors, connectorIds }: HeldInput,
): Promise<HeldColumns> {
  if ((connectors === undefined) === (connectorIds === undefined)) {
    throw failField("hold.how_many_or_which", ["connectors", "connectorIds"]);
  }
  if (connectorIds === undefined) return { connectors: connectors ?? null, connectorIds: null };
  const known = (await findConnectors(ctx, stationId)).filter(
    ({ status }) => status !== "Inactive",
  );
  const unknown = connectorIds.flatMap((wanted, index) =>
    known.some(({ id }) => id === wanted) ? [] : [`connectorIds.${index}`],
  );
  if (unknown.length > 0) throw failField("connector.not_found", unknown);
  const named = known.map(({ id }) => id).filter((id) => connectorIds.includes(id));
  return { connectors: null, connectorIds: named };
}

/** Records what became of a hold, tells the others, and rebuilds the station's slots. */
export async function recordHold(
  ctx: Context,
  station: Station,
  action: Extract<AuditAction, `${string}Hold`>,
  change: { readonly holdId: string; readonly before?: HoldView; readonly after?: HoldView },
): Promise<void> {
  const { id: stationId, businessId } = station;
  const { holdId, before = null, after = null } = change;
  await recordAudit(ctx, {
    entity: "Station",
    entityId: stationId,
    action,
    reason: after?.reason ?? before?.reason,
    changes: { hold: [before, after] },
    businessId,
    stationId,
  });
  await publishEvent(ctx, {
    type: "schedule.changed",
    payload: { stationId, holdId },
    businessId,
    stationId,
  });
  await rebuildSlots(ctx, [stationId]);
}
