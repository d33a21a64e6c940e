import { and, asc, count, desc, eq, sql, type SQL } from "drizzle-orm";

import { favourites } from "@/db/schema/drivers";
import { stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";
import { metresTo } from "@/lib/sites/stations/inside";

/** Marks a place; one that is marked already stays as it is. */
export async function insertFavourite(
  ctx: Context,
  row: typeof favourites.$inferInsert,
): Promise<void> {
  await ctx.db.insert(favourites).values(row).onConflictDoNothing();
}

export async function deleteFavourite(
  ctx: Context,
  { userId, kind, targetId }: Pick<typeof favourites.$inferSelect, "userId" | "kind" | "targetId">,
): Promise<void> {
  await ctx.db
    .delete(favourites)
    .where(
      and(
        eq(favourites.userId, userId),
        eq(favourites.kind, kind),
        eq(favourites.targetId, targetId),
      ),
    );
}

/** Whether the driver marked the station of that column, in a statement. */
export const isFavourite = (userId: string, stationId: SQL): SQL => sql`exists (
  select from ${favourites} mark
  where mark.user_id = ${userId}::uuid and mark.kind = 'Station' and mark.target_id = ${stationId}
)`;

/** How many places the driver marked. */
export async function countFavourites(ctx: Context, userId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ count: count() })
    .from(favourites)
    .where(eq(favourites.userId, userId));
  return row?.count ?? 0;
}

/** The stations that the driver marked: the nearest first where a position is named, else as they were marked last. */
export async function findFavouriteStations(
  ctx: Context,
  userId: string,
  near: { readonly lat: number; readonly lng: number } | undefined,
) {
  const metres = near && metresTo(near);
  return ctx.db
    .select({
      id: stations.id,
      name: stations.name,
      since: favourites.createdAt,
      distanceM: metres ? sql<number | null>`round(${metres})::int` : sql<number | null>`null`,
    })
    .from(favourites)
    .innerJoin(stations, eq(stations.id, favourites.targetId))
    .where(and(eq(favourites.userId, userId), eq(favourites.kind, "Station")))
    .orderBy(...(metres ? [asc(metres)] : []), desc(favourites.createdAt), asc(stations.id));
}

/** Forgets all that a driver marked; how many. */
export async function deleteFavourites(ctx: Context, userId: string): Promise<number> {
  const gone = await ctx.db.delete(favourites).where(eq(favourites.userId, userId));
  return gone.count;
}

/** What a driver marked, by its kind and id, and when. */
export async function findMarked(ctx: Context, userId: string) {
  return ctx.db
    .select({
      kind: favourites.kind,
      id: favourites.targetId,
      since: favourites.createdAt,
    })
    .from(favourites)
    .where(eq(favourites.userId, userId));
}
