import type { Context } from "@/lib/core/context";
import type { Page, PageQuery } from "@/lib/core/pages";
import { asHolder } from "@/lib/core/permissions";

import type { ListNotifications, NotificationView, UnreadCount } from "./schema";
import { countUnread, findNotifications } from "./store/notifications";
import { viewNotification } from "./view";

/** One's own notifications, newest first unless asked otherwise, and how many of all are unread (004-73). */
export async function listNotifications(
  ctx: Context,
  query: ListNotifications & PageQuery,
): Promise<Page<NotificationView> & { readonly beside: UnreadCount }> {
  const { actor } = asHolder(ctx, "notification.read");
  const { items, total } = await findNotifications(ctx, actor.userId, query);
  const unreadCount = await countUnread(ctx, actor.userId);
  const reader = { ...ctx, role: actor.role };
  return {
    items: items.map((row) => viewNotification(row, reader)),
    total,
    beside: { unreadCount },
  };
}
