import { and, count, eq } from "drizzle-orm";

import { sessionPhotos } from "@/db/schema/sessions";
import type { Context } from "@/lib/core/context";

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

export async function findPhoto(ctx: Context, sessionId: string, id: string) {
  const [row] = await ctx.db
    .select()
    .from(sessionPhotos)
    .where(and(eq(sessionPhotos.sessionId, sessionId), eq(sessionPhotos.id, id)));
  return row ?? null;
}
