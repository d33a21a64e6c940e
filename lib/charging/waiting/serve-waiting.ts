import { inTransaction, type Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";
import { lockStation } from "@/lib/sites/stations/inside";

import { expireEntry } from "./expire-entry";
import { offerPlaces } from "./offer-places";
import { findDue, findEntry } from "./store/entries";
import { findStationsToServe } from "./store/lines";

const batch = 100;

/**
 * Ends the offers that ran out and the waiting whose slot began, then offers what is free to those who wait
 * (product.md, Place offers). Each in a transaction of its own; several workers may do it at once.
 */
export async function serveWaiting(ctx: Context): Promise<{ expired: number; offered: number }> {
  scopeOf(ctx, "waiting.serve");
  const expired = await expireDue(ctx);
  let offered = 0;
  for (const stationId of await findStationsToServe(ctx)) {
    offered += await inTransaction(ctx, async (ctx) => {
      await lockStation(ctx, stationId, "update");
      return offerPlaces(ctx, stationId);
    });
  }
  return { expired, offered };
}

async function expireDue(ctx: Context): Promise<number> {
  let expired = 0;
  for (;;) {
    const due = await findDue(ctx, ctx.clock.now(), batch);
    let ended = 0;
    for (const id of due) if (await expire(ctx, id)) ended += 1;
    expired += ended;
    // What another worker ends meanwhile is not found again; a full batch that changed nothing would be, for ever.
    if (due.length < batch || ended === 0) return expired;
  }
}

/** The station first, then the entry: the order of all who take or give back places. */
async function expire(ctx: Context, id: string): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const found = await findEntry(ctx, id);
    if (!found) return false;
    await lockStation(ctx, found.stationId, "share");
    return expireEntry(ctx, id);
  });
}
