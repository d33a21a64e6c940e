import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { publishEvent } from "@/lib/records/outbox/inside";

import { insertNotifications, type NewNotification } from "./store/notifications";

/**
 * Puts notifications of what happened at an instant (now without) into people's inboxes, in the caller's transaction;
 * whoever an event told before is not told again, and whoever keeps no inbox was left out by the caller. Answers the
 * new ones' ids by whom they are for.
 */
export async function addNotifications(
  ctx: Context,
  rows: readonly Omit<NewNotification, "id" | "createdAt">[],
  createdAt: Date = ctx.clock.now(),
): Promise<ReadonlyMap<string, string>> {
  const told = await insertNotifications(
    ctx,
    rows.map((row) => ({ ...row, id: newId(), createdAt })),
  );
  await publishEvent(
    ctx,
    ...told.map(({ id, userId }) => ({
      type: "inbox.changed" as const,
      payload: { userId, notificationId: id },
    })),
  );
  return new Map(told.map(({ id, userId }) => [userId, id]));
}
