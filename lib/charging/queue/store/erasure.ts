import { eq, inArray, or, sql } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { mentions } from "@/db/schema/columns";
import { offlineRefusals } from "@/db/schema/queue";
import type { Context } from "@/lib/core/context";
import type { Erased } from "@/lib/core/eraser";
import type { Counts } from "@/lib/core/job";

/** Removes what was written of the owner's bookings, and names of the person that stand in facts of any. */
export async function eraseRefusals(ctx: Context, { userId, texts }: Erased): Promise<Counts> {
  const theirs = ctx.db
    .select({ id: bookings.id })
    .from(bookings)
    .where(eq(bookings.ownerId, userId));
  const { told, details, found, note } = offlineRefusals;
  const cleared = await ctx.db
    .update(offlineRefusals)
    .set({
      told: sql`${told} - 'notes' - 'addNote' - 'reason' - 'override'`,
      details: sql`${details} - 'by'`,
      found: sql`${found} || '{"by": null}'`,
      note: null,
    })
    .where(
      or(
        inArray(offlineRefusals.bookingId, theirs),
        mentions(told, texts),
        mentions(details, texts),
        mentions(found, texts),
        mentions(note, texts),
      ),
    );
  return { offlineActs: cleared.count };
}
