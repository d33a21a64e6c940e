import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { closeDue } from "./close-due";

/**
 * Marks Approved bookings without a check-in as no-shows, `noShowAfterMinutes` after their start, exactly then
 * included, and gives their places back (000-97). Returns how many.
 */
export async function markNoShows(ctx: Context): Promise<{ count: number }> {
  scopeOf(ctx, "booking.close");
  const count = await closeDue(ctx, {
    action: "markNoShow",
    from: "Approved",
    after: "noShowAfterMinutes",
  });
  return { count };
}
