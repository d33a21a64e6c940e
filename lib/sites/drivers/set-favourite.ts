import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { asHolder } from "@/lib/core/permissions";
import { getStation } from "@/lib/sites/stations/inside";

import { mostFavourites } from "./rules";
import { countFavourites, deleteFavourite, insertFavourite } from "./store/favourites";
import { lockDriver } from "./store/vehicles";

/**
 * Marks a station for the calling driver; again changes nothing. For oneself alone, so nobody is told. Throws
 * `station.not_found`, and `favourite.too_many` above two hundred.
 */
export async function setFavourite(
  ctx: Context,
  { stationId }: { readonly stationId: string },
): Promise<void> {
  const { actor } = asHolder(ctx, "favourite.manage");
  const { userId } = actor;
  await inTransaction(ctx, async (ctx) => {
    await getStation(ctx, stationId);
    await lockDriver(ctx, userId);
    await insertFavourite(ctx, {
      userId,
      kind: "Station",
      targetId: stationId,
      createdAt: ctx.clock.now(),
    });
    if ((await countFavourites(ctx, userId)) > mostFavourites) {
      throw fail("favourite.too_many", { max: mostFavourites });
    }
  });
}

/** Takes the mark away; where there is none, nothing changes. */
export async function removeFavourite(
  ctx: Context,
  { stationId }: { readonly stationId: string },
): Promise<void> {
  const { actor } = asHolder(ctx, "favourite.manage");
  await deleteFavourite(ctx, { userId: actor.userId, kind: "Station", targetId: stationId });
}
