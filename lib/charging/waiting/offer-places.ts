import type { Context } from "@/lib/core/context";
import { jobActor } from "@/lib/core/job-actor";
import { transition } from "@/lib/core/transitions";
import { getSettings } from "@/lib/records/settings/inside";
import { claimPlaces } from "@/lib/sites/schedules/inside";

import { needOf } from "./claim-offer";
import { offerEnd, waitingMachine } from "./rules";
import { updateEntry, type WaitingRow } from "./store/entries";
import { claimTurn, lockLine } from "./store/lines";
import { toldWaiting } from "./view";

/**
 * Offers what is free at a station to those who wait for it there, first come first: each place is held by a real
 * reservation (product.md, Place offers). Nobody is passed over who could have it; who waits for something else than
 * what is free keeps their turn. The caller has locked the station alone. Returns how many offers were made.
 */
export async function offerPlaces(outer: Context, stationId: string): Promise<number> {
  // Whoever gave the place back, or asks for one: that the first in line has it is nobody's deed.
  const ctx = { ...outer, actor: jobActor("waiting") };
  /** What was asked for and is not there: no need to look again for the next who asks the same. */
  const inVain = new Set<string>();
  let count = 0;
  for (const entry of await lockLine(ctx, stationId)) {
    const asked = JSON.stringify([entry.startsAt, entry.endsAt, needOf(entry)]);
    if (inVain.has(asked)) continue;
    const had = await claimTurn(ctx, entry.ownerId, ctx.clock.now());
    if (!had || had.isOffered) continue;
    if (await offer(ctx, entry)) count += 1;
    else inVain.add(asked);
  }
  return count;
}

async function offer(ctx: Context, entry: WaitingRow): Promise<boolean> {
  const { id, stationId, businessId, startsAt, endsAt } = entry;
  const need = needOf(entry);
  const claim = { kind: "Offer", stationId, startsAt, endsAt, need, fromLine: true } as const;
  const taken = await claimPlaces(ctx, claim);
  if (!taken) return false;
  const { offerMinutes } = await getSettings(ctx, { businessId, stationId });
  const offerEndsAt = offerEnd(entry, ctx.clock.now(), offerMinutes);
  await transition(ctx, waitingMachine, entry, {
    action: "offer",
    changes: { offerEndsAt },
    payload: ({ thing }) => ({ ...toldWaiting(thing), offerEndsAt: offerEndsAt.toISOString() }),
    update: (step) => updateEntry(ctx, id, step, { placeGroup: taken.group, offerEndsAt }),
  });
  return true;
}
