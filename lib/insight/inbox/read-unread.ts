import type { Context } from "@/lib/core/context";
import { asHolder } from "@/lib/core/permissions";

import type { UnreadCount } from "./schema";
import { countUnread } from "./store/notifications";

/** How many of one's own notifications are unread, for the bell in every frame. */
export async function readUnread(ctx: Context): Promise<UnreadCount> {
  const { actor } = asHolder(ctx, "notification.read");
  return { unreadCount: await countUnread(ctx, actor.userId) };
}
