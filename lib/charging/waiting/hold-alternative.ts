import { constraintOf } from "@/lib/core/constraint-of";
import { inTransaction, untilCommit, type Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { recordAudit } from "@/lib/records/audit/inside";
import { publishEvent } from "@/lib/records/outbox/inside";
import { getSettings } from "@/lib/records/settings/inside";
import { claimOrMeet, takeByCount, type Need } from "@/lib/sites/schedules/inside";
import { lockStation, takesBookings } from "@/lib/sites/stations/inside";

import { hourBefore, mayHoldMore, offerEnd } from "./rules";
import { insertOffer, type TimeAt } from "./store/entries";
import { claimTurn } from "./store/lines";
import { toldWaiting } from "./view";

interface Wanted extends TimeAt {
  readonly need: Need;
}

/**
 * Holds the place of an alternative for its owner for two minutes by a real reservation; null where they have a place
 * held already, had three in the last hour, wait for this very time, or somebody was faster here, too.
 */
export async function holdAlternative(
  ctx: Context,
  ownerId: string,
  wanted: Wanted,
): Promise<{ offerId: string; offerEndsAt: string } | null> {
  try {
    return await inTransaction(ctx, (ctx) => hold(ctx, ownerId, wanted));
  } catch (error) {
    if (error instanceof NotHeld) return null;
    const isTheirs = ["waiting_offer_key", "waiting_entry_key"].includes(constraintOf(error) ?? "");
    if (isTheirs) return null;
    throw error;
  }
}

/** What was taken meanwhile is given back. */
class NotHeld extends Error {}

/**
 * What decides is asked together with what takes the place, and nothing that is written is waited for before the commit
 * (few-trips.md): many who were too late for one slot want the same place next, and each has it locked from when it is
 * taken.
 */
async function hold(ctx: Context, ownerId: string, { need, ...time }: Wanted) {
  const { stationId } = time;
  const now = ctx.clock.now();
  const wanted = { kind: "Offer" as const, ...time, need };
  const asked = [
    lockStation(ctx, stationId, "share"),
    claimTurn(ctx, ownerId, hourBefore(now)),
    getSettings(ctx, { businessOf: stationId, stationId }),
  ] as const;
  const byCount = takeByCount(ctx, wanted);
  const [station, had, settings] = await Promise.all([...asked, byCount]);
  const { businessId } = station;
  if (businessId === null || !takesBookings(station)) throw new NotHeld();
  if (!had || !mayHoldMore(had, settings.alternativesPerHour)) throw new NotHeld();
  const { taken } = await claimOrMeet(ctx, wanted, byCount);
  if (!taken) return null;
  const offerEndsAt = offerEnd(time, now, settings.alternativeMinutes);
  const row = {
    id: newId(),
    kind: "Alternative" as const,
    status: "Offered" as const,
    ownerId,
    ...time,
    businessId,
    standards: need.standards ? [...need.standards] : null,
    minPowerW: need.minPowerW ?? null,
    placeGroup: taken.group,
    offerEndsAt,
    createdAt: now,
    updatedAt: now,
  };
  await untilCommit(ctx, insertOffer(ctx, row));
  const { startsAt, endsAt } = time;
  await recordAudit(ctx, {
    entity: "Waiting",
    entityId: row.id,
    action: "Create",
    to: row.status,
    changes: { startsAt, endsAt, offerEndsAt },
    ownerId,
    businessId,
    stationId,
  });
  const payload = { ...toldWaiting(row), offerEndsAt: offerEndsAt.toISOString() };
  await publishEvent(ctx, { type: "waiting.offered", payload, businessId, stationId });
  return { offerId: row.id, offerEndsAt: offerEndsAt.toISOString() };
}
