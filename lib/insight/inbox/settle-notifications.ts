import type { Context } from "@/lib/core/context";
import { publishEvent } from "@/lib/records/outbox/inside";

import { type Asked, findUnreadOf, updateReadOf } from "./store/asked";
import type { NotificationRow } from "./store/notifications";

/**
 * Marks read what nobody has to look at any more, for everybody who was told it, and tells their open pages and apps, in
 * the caller's transaction: of what is unread and `asked` for, what `isOver` says of.
 */
export async function settleNotifications(
  ctx: Context,
  asked: Asked,
  isOver: (row: NotificationRow) => Promise<boolean>,
): Promise<void> {
  const unread = await findUnreadOf(ctx, asked);
  const over: string[] = [];
  // oxlint-disable-next-line no-await-in-loop -- it asks for what is known already
  for (const row of unread) if (await isOver(row)) over.push(row.id);
  if (over.length === 0) return;
  // In one order, whoever else tells them something.
  const userIds = (await updateReadOf(ctx, over)).toSorted();
  await publishEvent(
    ctx,
    ...userIds.map((userId) => ({
      type: "inbox.changed" as const,
      payload: { userId, notificationId: null },
    })),
  );
}
