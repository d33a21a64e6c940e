import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { publishEvent } from "@/lib/records/outbox/inside";

import { insertNotifications, type NewNotification } from "./store/notifications";

/**
 * Puts notifications into people's inboxes, in the caller's transaction; whoever an event told before is not told
 * again, and whoever keeps no inbox was left out by the caller.
 */
export async function addNotifications(
  ctx: Context,
  rows: readonly Omit<NewNotification, "id" | "createdAt">[],
): Promise<void> {
  const createdAt = ctx.clock.now();
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
}
