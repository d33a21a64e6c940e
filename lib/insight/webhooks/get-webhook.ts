import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { authorize, scopeOf, type Authorized, type Permission } from "@/lib/core/permissions";

import { findWebhook, lockWebhookRow, type WebhookRow } from "./store/webhooks";

export interface WebhookKey {
  readonly id: string;
}

/** The webhook, if the actor holds the permission in its business; throws `webhook.not_found`. */
export async function getWebhook(
  ctx: Context,
  permission: Permission,
  { id }: WebhookKey,
): Promise<Authorized<WebhookRow>> {
  scopeOf(ctx, permission);
  return within(ctx, permission, isUuid(id) ? await findWebhook(ctx, id) : null);
}

/** The same, held until the transaction ends. */
export async function lockWebhook(
  ctx: Context,
  permission: Permission,
  { id }: WebhookKey,
): Promise<Authorized<WebhookRow>> {
  scopeOf(ctx, permission);
  return within(ctx, permission, isUuid(id) ? await lockWebhookRow(ctx, id) : null);
}

function within(
  ctx: Context,
  permission: Permission,
  webhook: WebhookRow | null,
): Authorized<WebhookRow> {
  if (!webhook) throw fail("webhook.not_found");
  return authorize(ctx, permission, webhook, "webhook.not_found");
}
