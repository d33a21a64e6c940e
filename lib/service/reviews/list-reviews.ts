import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import type { Page, PageQuery } from "@/lib/core/pages";
import { openTo } from "@/lib/core/permissions";
import { getStation, isRatingShown } from "@/lib/sites/stations/inside";

import type { StationReview } from "./schema";
import { findImages } from "./store/images";
import { findShown } from "./store/shown";
import { viewForOthers } from "./view";

/**
 * What drivers said of a station, the newest first, for everybody: nothing before there are three, as of its rating.
 * Throws `station.not_found`, for an Inactive one too.
 */
export async function listReviews(
  ctx: Context,
  { id, ...page }: { readonly id: string } & PageQuery,
): Promise<Page<StationReview>> {
  openTo(ctx, "review.read");
  const station = await getStation(ctx, id);
  if (station.status === "Inactive") throw fail("station.not_found");
  if (!isRatingShown(station)) return { items: [], total: 0 };
  const { items, total } = await findShown(ctx, id, page);
  const images = await findImages(
    ctx,
    items.map((review) => review.id),
  );
  return { items: items.map((review) => viewForOthers(review, station, images)), total };
}
