import type { Context } from "@/lib/core/context";

import { getWebhook, type WebhookKey } from "./get-webhook";
import type { WebhookView } from "./schema";
import { viewWebhook } from "./view";

/** One webhook. Throws `webhook.not_found`. */
export async function readWebhook(ctx: Context, key: WebhookKey): Promise<WebhookView> {
  return viewWebhook(await getWebhook(ctx, "webhook.read", key));
}
