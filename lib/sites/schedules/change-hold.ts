import { recordAudit } from "@/lib/records/audit/inside";
import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { authorize, type Authorized } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";
import { lockStation } from "@/lib/sites/stations/inside";
import type { AuditAction } from "@/lib/words";

import { rebuildSlots } from "./rebuild-slots";
import type { HoldView } from "./schema";
import { findHold, type HoldKey, type HoldRow } from "./store/holds";

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
