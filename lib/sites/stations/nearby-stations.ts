import type { Context } from "@/lib/core/context";
import type { Page, PageQuery } from "@/lib/core/pages";

import type { NearbyStations, StationListItem } from "./schema";
import { searchStations } from "./search-stations";

/** Stations within `radius` metres of a position, nearest first. */
export async function nearbyStations(
  ctx: Context,
  { latitude, longitude, radius, ...rest }: NearbyStations & PageQuery,
): Promise<Page<StationListItem>> {
  const near = { lat: latitude, lng: longitude };
  return searchStations(ctx, { ...rest, near, radius: radius / 1000 });
}
