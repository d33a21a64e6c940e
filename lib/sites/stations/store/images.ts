import { and, asc, eq, sql, type SQL } from "drizzle-orm";

import { uploads } from "@/db/schema/files";
import { stationImages } from "@/db/schema/stations-images";
import type { Context } from "@/lib/core/context";

/** A picture of a station; its sides in pixels, null for one that was kept before they were. */
export interface ImageRow {
  readonly id: string;
  readonly alt: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** The station's pictures in their order. */
export async function findImages(ctx: Context, stationId: string): Promise<readonly ImageRow[]> {
  return ctx.db
    .select({
      id: stationImages.uploadId,
      alt: stationImages.alt,
      width: uploads.width,
      height: uploads.height,
    })
    .from(stationImages)
    .innerJoin(uploads, eq(uploads.id, stationImages.uploadId))
    .where(eq(stationImages.stationId, stationId))
    .orderBy(asc(stationImages.position));
}

/** The first picture of a station, in a statement; null for none. */
export const firstImage = (stationId: SQL): SQL<string | null> => sql<string | null>`(
  select image.upload_id from ${stationImages} image
  where image.station_id = ${stationId} order by image.position limit 1
)`;

/** Gives the station these pictures and no others, in this order. */
export async function storeImages(
  ctx: Context,
  stationId: string,
  images: readonly Pick<ImageRow, "id" | "alt">[],
): Promise<void> {
  await ctx.db.delete(stationImages).where(eq(stationImages.stationId, stationId));
  if (images.length === 0) return;
  await ctx.db
    .insert(stationImages)
    .values(
      images.map(({ id: uploadId, alt }, position) => ({ stationId, uploadId, alt, position })),
    );
}

/** Whether the station has that picture. */
export async function hasImage(ctx: Context, stationId: string, id: string): Promise<boolean> {
  const found = await ctx.db.$count(
    stationImages,
    and(eq(stationImages.stationId, stationId), eq(stationImages.uploadId, id)),
  );
  return found > 0;
}
