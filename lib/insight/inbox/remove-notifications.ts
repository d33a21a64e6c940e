import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { asHolder } from "@/lib/core/permissions";

import type { UnreadCount } from "./schema";
import { countUnread, deleteNotifications } from "./store/notifications";
import { tellInbox } from "./tell-inbox";

/** Deletes one of one's notifications; answers how many are unread then. Throws `notification.not_found`. */
export async function removeNotification(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<UnreadCount> {
  const { actor } = asHolder(ctx, "notification.manage");
  return inTransaction(ctx, async (ctx) => {
    const count = await deleteNotifications(ctx, actor.userId, id);
    if (count === 0) throw fail("notification.not_found");
    await tellInbox(ctx, actor.userId);
    return { unreadCount: await countUnread(ctx, actor.userId) };
  });
}

/** Deletes all of one's notifications; answers how many are unread then: none, but for one that just came. */
export async function removeAllNotifications(ctx: Context): Promise<UnreadCount> {
  const { actor } = asHolder(ctx, "notification.manage");
  return inTransaction(ctx, async (ctx) => {
    const count = await deleteNotifications(ctx, actor.userId);
    if (count > 0) await tellInbox(ctx, actor.userId);
    return { unreadCount: await countUnread(ctx, actor.userId) };
  });
}
