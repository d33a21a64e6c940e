import { sessionNotes } from "@/db/schema/sessions";
import type { Context } from "@/lib/core/context";

export async function insertNote(
  ctx: Context,
  row: typeof sessionNotes.$inferInsert,
): Promise<void> {
  await ctx.db.insert(sessionNotes).values(row);
}
