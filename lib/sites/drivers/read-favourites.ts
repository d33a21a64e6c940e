import type { Context } from "@/lib/core/context";
import { asHolder } from "@/lib/core/permissions";
import { countFreePlaces } from "@/lib/sites/schedules/inside";

import type { FavouriteView, ReadFavourites } from "./schema";
import { findFavouriteStations } from "./store/favourites";

/**
 * The stations that the calling driver marked, with the places free just now: the nearest first where a position is
 * named, else as they were marked last.
 */
export async function readFavourites(
  ctx: Context,
  { near }: ReadFavourites,
): Promise<FavouriteView[]> {
  const { actor } = asHolder(ctx, "favourite.manage");
  const marked = await findFavouriteStations(ctx, actor.userId, near);
  const free = await countFreePlaces(
    ctx,
    marked.map(({ id }) => id),
  );
  return marked.map(({ since, ...station }) => ({
    kind: "Station",
    ...station,
    freePlaces: free.get(station.id) ?? 0,
    since: since.toISOString(),
  }));
}
