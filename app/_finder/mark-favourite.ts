import { z } from "zod";

import type { Context } from "@/lib/core/context";
import { idOf } from "@/lib/core/fields";
import { removeFavourite, setFavourite } from "@/lib/sites/drivers";

/** What a heart says: whether the station is to be a favourite. */
export const MarkFavourite = z.strictObject({
  stationId: idOf("station_id"),
  favourite: z.boolean(),
});
type MarkFavourite = z.infer<typeof MarkFavourite>;

export async function markFavourite(
  ctx: Context,
  { stationId, favourite }: MarkFavourite,
): Promise<void> {
  await (favourite ? setFavourite(ctx, { stationId }) : removeFavourite(ctx, { stationId }));
}
