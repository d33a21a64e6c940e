import type { Context } from "@/lib/core/context";
import type { Page, PageQuery } from "@/lib/core/pages";
import { scopeOf } from "@/lib/core/permissions";

import type { ListWebhooks, WebhookView } from "./schema";
import { findWebhooks } from "./store/webhooks";
import { viewWebhook } from "./view";

/** The webhooks of the own business, or of all for a SystemAdmin. */
export async function listWebhooks(
  ctx: Context,
  query: ListWebhooks & PageQuery,
): Promise<Page<WebhookView>> {
  const { items, total } = await findWebhooks(ctx, scopeOf(ctx, "webhook.read"), query);
  return { items: items.map(viewWebhook), total };
}
