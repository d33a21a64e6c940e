import { inTransaction, type Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { recordAudit } from "@/lib/records/audit/inside";
import { publishEvent } from "@/lib/records/outbox/inside";
import { getSettings } from "@/lib/records/settings/inside";
import { claimPlaces, type Need } from "@/lib/sites/schedules/inside";
import { lockStation, takesBookings } from "@/lib/sites/stations/inside";

import { hourBefore, offerEnd } from "./rules";
import { countAlternatives, insertEntry, type TimeAt } from "./store/entries";
import { claimTurn } from "./store/lines";
import { toldWaiting } from "./view";

/**
 * Holds the place of an alternative for its owner for two minutes by a real reservation; null where they have a place
 * held already, had three in the last hour, or somebody was faster here, too.
 */
export async function holdAlternative(
  ctx: Context,
  ownerId: string,
  { stationId, startsAt, endsAt, need }: TimeAt & { readonly need: Need },
): Promise<{ offerId: string; offerEndsAt: string } | null> {
  return inTransaction(ctx, async (ctx) => {
    const station = await lockStation(ctx, stationId, "share");
    const { businessId } = station;
    if (businessId === null || !takesBookings(station)) return null;
    if (!(await claimTurn(ctx, ownerId))) return null;
    const now = ctx.clock.now();
    const settings = await getSettings(ctx, { businessId, stationId });
    const had = await countAlternatives(ctx, ownerId, hourBefore(now));
    if (had >= settings.alternativesPerHour) return null;
    const time = { stationId, startsAt, endsAt };
    const taken = await claimPlaces(ctx, { kind: "Offer", ...time, need });
    if (!taken) return null;
    const offerEndsAt = offerEnd(time, now, settings.alternativeMinutes);
    const row = await insertEntry(ctx, {
      id: newId(),
      kind: "Alternative",
      status: "Offered",
      ownerId,
      ...time,
      businessId,
      standards: need.standards ? [...need.standards] : null,
      minPowerW: need.minPowerW ?? null,
      placeGroup: taken.group,
      offerEndsAt,
      createdAt: now,
      updatedAt: now,
    });
    // They wait for this very time: it is theirs when their turn comes.
    if (!row) throw new Error("An alternative is offered at a time for which its owner waits.");
    const about = { businessId, stationId };
    await recordAudit(ctx, {
      entity: "Waiting",
      entityId: row.id,
      action: "Create",
      to: row.status,
      changes: { startsAt, endsAt, offerEndsAt },
      ownerId,
      ...about,
    });
    const payload = { ...toldWaiting(row), offerEndsAt: offerEndsAt.toISOString() };
    await publishEvent(ctx, { type: "waiting.offered", payload, ...about });
    return { offerId: row.id, offerEndsAt: offerEndsAt.toISOString() };
  });
}
