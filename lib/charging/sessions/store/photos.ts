import { and, asc, count, eq, gt, isNotNull } from "drizzle-orm";

import { sessionPhotos } from "@/db/schema/sessions";
import type { Context } from "@/lib/core/context";

export type PhotoRow = typeof sessionPhotos.$inferSelect;

export async function insertPhoto(
  ctx: Context,
  row: typeof sessionPhotos.$inferInsert,
): Promise<void> {
  await ctx.db.insert(sessionPhotos).values(row);
}

export async function countPhotos(ctx: Context, sessionId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ count: count() })
    .from(sessionPhotos)
    .where(eq(sessionPhotos.sessionId, sessionId));
  return row?.count ?? 0;
}

/** The ids of the session's photos. */
export async function findPhotoIds(ctx: Context, sessionId: string): Promise<readonly string[]> {
  const rows = await ctx.db
    .select({ id: sessionPhotos.id })
    .from(sessionPhotos)
    .where(eq(sessionPhotos.sessionId, sessionId));
  return rows.map(({ id }) => id);
}

export async function findPhoto(
  ctx: Context,
  sessionId: string,
  id: string,
): Promise<PhotoRow | null> {
  const [row] = await ctx.db
    .select()
    .from(sessionPhotos)
    .where(and(eq(sessionPhotos.sessionId, sessionId), eq(sessionPhotos.id, id)));
  return row ?? null;
}

/** A picture whose bytes are in the table still. */
export type PhotoToMove = PhotoRow & { readonly content: Buffer };

/** The next of them by id. */
export async function findPhotoToMove(ctx: Context, after?: string): Promise<PhotoToMove | null> {
  const [row] = await ctx.db
    .select()
    .from(sessionPhotos)
    .where(and(isNotNull(sessionPhotos.content), after ? gt(sessionPhotos.id, after) : undefined))
    .orderBy(asc(sessionPhotos.id))
    .limit(1);
  return row?.content ? { ...row, content: row.content } : null;
}

/** Puts an upload in the place of a picture's bytes; false where they are gone from the table already. */
export async function storeMoved(
  ctx: Context,
  id: string,
  moved: Pick<PhotoRow, "uploadId" | "contentType" | "size">,
): Promise<boolean> {
  const { count } = await ctx.db
    .update(sessionPhotos)
    .set({ ...moved, content: null })
    .where(and(eq(sessionPhotos.id, id), isNotNull(sessionPhotos.content)));
  return count === 1;
}
