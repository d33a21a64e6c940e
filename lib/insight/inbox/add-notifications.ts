import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { publishEvent } from "@/lib/records/outbox/inside";

import {
  insertNotifications,
  type NewNotification,
  type NotificationRow,
} from "./store/notifications";

/**
 * Puts notifications of what happened at an instant (now where none is said) into people's inboxes, in the caller's transaction;
 * whoever an event told before is not told again, and whoever keeps no inbox was left out by the caller. Answers the
 * new ones' ids, with whom they are for and of which event.
 */
export async function addNotifications(
  ctx: Context,
  rows: readonly (Omit<NewNotification, "id" | "createdAt"> & { readonly createdAt?: Date })[],
): Promise<Pick<NotificationRow, "id" | "userId" | "eventId">[]> {
  const now = ctx.clock.now();
  const told = await insertNotifications(
    ctx,
    rows.map((row) => ({ createdAt: now, ...row, id: newId() })),
  );
  await publishEvent(
    ctx,
    ...told.map(({ id, userId }) => ({
      type: "inbox.changed" as const,
      payload: { userId, notificationId: id },
    })),
  );
  return told;
}
