import type { Context } from "@/lib/core/context";
import { openTo } from "@/lib/core/permissions";

import type { ReadMapPlaces, MapPlaces } from "./schema";
import { filterOf } from "./search-stations";
import { findPlaces } from "./store/map";

/**
 * Everything that a search finds, as a map needs it: each station where it stands, or how many stand together
 * where there are too many to tell apart. So the answer stays small however many stations there are.
 */
export async function readMapPlaces(ctx: Context, asked: ReadMapPlaces): Promise<MapPlaces> {
  openTo(ctx, "station.read");
  const { radius, near } = asked;
  // A map shows its surroundings, so a position alone limits nothing here.
  const filter = await filterOf(ctx, { ...asked, near: radius ? near : undefined });
  return findPlaces(ctx, filter, { zoom: asked.zoom, bbox: asked.bbox });
}
