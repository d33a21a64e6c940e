import { inTransaction, type Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { scopeOf } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/records/audit/inside";
import { publishEvent } from "@/lib/records/outbox/inside";

import { addNotifications } from "./add-notifications";
import type { SendAlert, SentAlert } from "./schema";
import { findUserIds, insertForEverybody } from "./store/notifications";

/**
 * Puts what a SystemAdmin wrote into the inboxes of these users, or of everybody who may sign in (004-79, 004-80).
 * Throws `notification.recipients_unknown` at the field where one of them is no user; then nobody is told.
 */
export async function sendAlert(
  ctx: Context,
  { title, message, type, targetUsers }: SendAlert,
  field: "targetUsers" | "userIds" = "targetUsers",
): Promise<SentAlert> {
  scopeOf(ctx, "notification.broadcast");
  return inTransaction(ctx, async (ctx) => {
    const alertId = newId();
    const alert = {
      eventId: alertId,
      kind: "AsWritten",
      type,
      values: { title, message },
    } as const;
    const count = targetUsers
      ? await sendTo(ctx, alert, [...new Set(targetUsers)], field)
      : await sendToAll(ctx, alert);
    await recordAudit(ctx, {
      entity: "Alert",
      entityId: alertId,
      action: "Broadcast",
      changes: { title, message, type, count, isToAll: targetUsers === undefined },
      businessId: null,
    });
    return { count };
  });
}

type Alert = Omit<Parameters<typeof addNotifications>[1][number], "userId">;

async function sendToAll(ctx: Context, alert: Alert): Promise<number> {
  const count = await insertForEverybody(ctx, { ...alert, createdAt: ctx.clock.now() });
  await publishEvent(ctx, { type: "alert.sent", payload: { alertId: alert.eventId } });
  return count;
}

async function sendTo(
  ctx: Context,
  alert: Alert,
  userIds: readonly string[],
  field: string,
): Promise<number> {
  const known = await findUserIds(ctx, userIds);
  if (known.length < userIds.length) {
    const count = userIds.length - known.length;
    throw failField("notification.recipients_unknown", field, { count });
  }
  await addNotifications(
    ctx,
    userIds.map((userId) => ({ ...alert, userId })),
  );
  return userIds.length;
}
