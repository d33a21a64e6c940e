import { inTransaction, type Context } from "@/lib/core/context";
import { dayMs } from "@/lib/core/durations";
import { scopeOf } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";
import { getSettings } from "@/lib/records/settings/inside";

import { eraseAfterOf, warnedDays } from "./rules";
import { claimUntold } from "./store/deleted";

/**
 * Tells those who deleted their account, three days before it is erased and once, that this is the last time to have it
 * back (operations.md, 9). Where the grace is three days or less the letter of the deletion has just said so, and where
 * no worker ran until it was over there is nothing to be done any more. Several workers may do it at once. Returns how
 * many were told.
 */
export async function warnOfErasure(ctx: Context): Promise<{ warned: number }> {
  scopeOf(ctx, "user.warn");
  const { deletionGraceDays } = await getSettings(ctx);
  if (deletionGraceDays <= warnedDays) return { warned: 0 };
  const now = ctx.clock.now().getTime();
  const over = new Date(now - deletionGraceDays * dayMs);
  const near = new Date(now - (deletionGraceDays - warnedDays) * dayMs);
  let warned = 0;
  for (;;) {
    const told = await inTransaction(ctx, async (ctx) => {
      const claimed = await claimUntold(ctx, { after: over, until: near });
      await publishEvent(
        ctx,
        ...claimed.map(({ id, deletedAt }) => ({
          type: "user.erasure_near" as const,
          payload: {
            userId: id,
            ownerId: id,
            eraseAfter: eraseAfterOf(deletedAt, deletionGraceDays).toISOString(),
          },
        })),
      );
      return claimed.length;
    });
    warned += told;
    if (told === 0) return { warned };
  }
}
