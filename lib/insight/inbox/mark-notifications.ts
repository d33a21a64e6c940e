import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { asHolder } from "@/lib/core/permissions";

import type { NotificationView, UnreadCount } from "./schema";
import { countUnread, findNotification, updateRead } from "./store/notifications";
import { tellInbox } from "./tell-inbox";
import { viewNotification } from "./view";

/** Marks one of one's notifications read; again changes nothing. Throws `notification.not_found`. */
export async function markNotification(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<NotificationView> {
  const { actor } = asHolder(ctx, "notification.manage");
  return inTransaction(ctx, async (ctx) => {
    if ((await updateRead(ctx, actor.userId, id)) > 0) await tellInbox(ctx, actor.userId);
    const row = await findNotification(ctx, actor.userId, id);
    if (!row) throw fail("notification.not_found");
    return viewNotification(row, { ...ctx, role: actor.role });
  });
}

/** Marks all of one's notifications read; answers how many are unread then. */
export async function markAllNotifications(ctx: Context): Promise<UnreadCount> {
  const { actor } = asHolder(ctx, "notification.manage");
  return inTransaction(ctx, async (ctx) => {
    if ((await updateRead(ctx, actor.userId)) > 0) await tellInbox(ctx, actor.userId);
    return { unreadCount: await countUnread(ctx, actor.userId) };
  });
}
