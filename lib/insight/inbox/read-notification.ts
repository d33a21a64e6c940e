import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { asHolder } from "@/lib/core/permissions";

import type { NotificationView } from "./schema";
import { findNotification } from "./store/notifications";
import { viewNotification } from "./view";

/** One of one's own notifications. Throws `notification.not_found`. */
export async function readNotification(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<NotificationView> {
  const { actor } = asHolder(ctx, "notification.read");
  const row = await findNotification(ctx, actor.userId, id);
  if (!row) throw fail("notification.not_found");
  return viewNotification(row, { locale: ctx.locale, role: actor.role });
}
