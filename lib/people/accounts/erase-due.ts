import { inTransaction, type Context } from "@/lib/core/context";
import { dayMs } from "@/lib/core/durations";
import { scopeOf } from "@/lib/core/permissions";
import { getSettings } from "@/lib/records/settings/inside";

import { eraseUser } from "./erase-user";
import { lockAccount } from "./store/accounts";
import { findDeleted } from "./store/deleted";

/**
 * Forgets those who deleted their account so many days ago (`deletionGraceDays`) and have not come back, each in a
 * transaction of its own (operations.md, 6.8). Several workers may do it at once. Returns how many.
 */
export async function eraseDue(ctx: Context): Promise<{ count: number }> {
  scopeOf(ctx, "user.expire");
  const { deletionGraceDays } = await getSettings(ctx);
  const by = new Date(ctx.clock.now().getTime() - deletionGraceDays * dayMs);
  let count = 0;
  for (;;) {
    const due = await findDeleted(ctx, by);
    for (const id of due) if (await eraseOne(ctx, id, by)) count += 1;
    if (due.length === 0) return { count };
  }
}

/** False where they came back, or another worker was first. */
async function eraseOne(ctx: Context, id: string, by: Date): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const { status, deletedAt } = await lockAccount(ctx, id);
    if (status !== "Deleted" || deletedAt === null || deletedAt > by) return false;
    await eraseUser(ctx, { id });
    return true;
  });
}
