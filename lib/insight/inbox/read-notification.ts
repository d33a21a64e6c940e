import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { asHolder } from "@/lib/core/permissions";
import type { UserActor } from "@/lib/core/actor";

import type { NotificationView } from "./schema";
import { findNotification, findNotificationOf, type NotificationRow } from "./store/notifications";
import { viewNotification } from "./view";

/** One of one's own notifications. Throws `notification.not_found`. */
export async function readNotification(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<NotificationView> {
  const { actor } = asHolder(ctx, "notification.read");
  return shown(ctx, actor, await findNotification(ctx, actor.userId, id));
}

/** What an alert to everybody put into one's own inbox. Throws `notification.not_found`. */
export async function readAlert(
  ctx: Context,
  { alertId }: { readonly alertId: string },
): Promise<NotificationView> {
  const { actor } = asHolder(ctx, "notification.read");
  return shown(ctx, actor, await findNotificationOf(ctx, actor.userId, alertId));
}

function shown(ctx: Context, { role }: UserActor, row: NotificationRow | null): NotificationView {
  if (!row) throw fail("notification.not_found");
  return viewNotification(row, { ...ctx, role });
}
