import type { Context } from "@/lib/core/context";
import type { ReasonCode } from "@/lib/core/fault";
import { scopeOf } from "@/lib/core/permissions";

import { closeDue } from "./close-due";

/** Rejects bookings that are Pending when they start, and gives their places back (C-61). Returns how many. */
export async function rejectUnreviewed(ctx: Context): Promise<{ count: number }> {
  scopeOf(ctx, "booking.close");
  const count = await closeDue(ctx, {
    action: "reject",
    from: "Pending",
    reason: "unreviewed" satisfies ReasonCode,
  });
  return { count };
}
