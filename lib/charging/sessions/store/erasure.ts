import { and, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";

import { receipts, sessionNotes, sessionPhotos, sessions } from "@/db/schema/sessions";
import { isPlateAmong, mentions } from "@/db/schema/columns";
import type { Context } from "@/lib/core/context";
import type { Erased } from "@/lib/core/eraser";
import type { Counts } from "@/lib/core/job";

const issuedTo = sql`(${receipts.content} -> 'owner')`;
const plateOnReceipt = sql`(${issuedTo} ->> 'vehiclePlate')`;

/**
 * Removes notes and photos of the owner's sessions, notes that name them elsewhere, and takes them off receipts; so with
 * what their car had as a guest's, where a receipt tells. Says which sessions had photos, whose files are the caller's to release.
 */
export async function eraseSessions(
  ctx: Context,
  person: Erased,
): Promise<{ counts: Counts; sessionIds: readonly string[] }> {
  const { userId, texts, name } = person;
  const isForTheirCar = and(isNull(receipts.ownerId), isPlateAmong(plateOnReceipt, texts));
  const paidAsGuest = ctx.db.select({ id: receipts.sessionId }).from(receipts).where(isForTheirCar);
  const theirs = ctx.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(or(eq(sessions.ownerId, userId), inArray(sessions.id, paidAsGuest)));
  const notes = await ctx.db
    .update(sessions)
    .set({ notes: null })
    .where(
      and(
        isNotNull(sessions.notes),
        or(inArray(sessions.id, theirs), mentions(sessions.notes, texts)),
      ),
    );
  const added = await ctx.db
    .delete(sessionNotes)
    .where(or(inArray(sessionNotes.sessionId, theirs), mentions(sessionNotes.text, texts)));
  const photos = await ctx.db
    .delete(sessionPhotos)
    .where(inArray(sessionPhotos.sessionId, theirs))
    .returning({ sessionId: sessionPhotos.sessionId });
  const owner = JSON.stringify({ name, vehiclePlate: null });
  const issued = await ctx.db
    .update(receipts)
    .set({ content: sql`jsonb_set(${receipts.content}, '{owner}', ${owner}::jsonb)` })
    .where(eq(receipts.ownerId, userId));
  const noPlate = JSON.stringify({ vehiclePlate: null });
  const asGuest = await ctx.db
    .update(receipts)
    .set({
      content: sql`jsonb_set(${receipts.content}, '{owner}', ${issuedTo} || ${noPlate}::jsonb)`,
    })
    .where(isForTheirCar);
  const sessionIds = [...new Set(photos.map(({ sessionId }) => sessionId))];
  const counts = {
    notes: notes.count + added.count,
    photos: photos.length,
    receipts: issued.count + asGuest.count,
  };
  return { counts, sessionIds };
}
