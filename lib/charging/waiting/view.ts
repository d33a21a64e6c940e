import type { Context } from "@/lib/core/context";
import { actionsOn } from "@/lib/core/machines";

import { waitingMachine } from "./rules";
import type { WaitingView } from "./schema";
import type { Waiting, WaitingRow } from "./store/entries";

/** An entry as its owner sees it; what to book with while a place is held for them. */
export function viewWaiting(ctx: Context, entry: Waiting): WaitingView {
  const { offerEndsAt, minPowerW } = entry;
  return {
    id: entry.id,
    kind: entry.kind,
    status: entry.status,
    stationId: entry.stationId,
    stationName: entry.stationName,
    timeZone: entry.timeZone,
    startsAt: entry.startsAt.toISOString(),
    endsAt: entry.endsAt.toISOString(),
    standards: entry.standards,
    minPowerKw: minPowerW === null ? null : minPowerW / 1_000,
    rank: entry.rank,
    ...(entry.status === "Offered" &&
      offerEndsAt && { offerId: entry.id, offerEndsAt: offerEndsAt.toISOString() }),
    can: actionsOn(ctx, waitingMachine, entry),
  };
}

/** What every event about an entry says of it. */
export const toldWaiting = ({ id, kind, ownerId, stationId, startsAt, endsAt }: WaitingRow) => ({
  waitingId: id,
  kind,
  ownerId,
  stationId,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});
