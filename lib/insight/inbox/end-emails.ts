import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { openTo } from "@/lib/core/permissions";

import type { Unsubscribe } from "./schema";
import { lockByKey, updateChannels } from "./store/channels";

/**
 * Ends emails of one topic for whoever a message's link belongs to, without a login (RFC 8058); again changes nothing.
 * Throws `unsubscribe.invalid` for a link that is nobody's.
 */
export async function endEmails(ctx: Context, { key, topic }: Unsubscribe): Promise<void> {
  openTo(ctx, "notification.unsubscribe");
  await inTransaction(ctx, async (ctx) => {
    const row = await lockByKey(ctx, key);
    if (!row) throw fail("unsubscribe.invalid");
    await updateChannels(ctx, row.userId, { email: { ...row.email, [topic]: false } });
  });
}
