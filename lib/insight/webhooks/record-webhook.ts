import type { Context } from "@/lib/core/context";
import { recordAudit } from "@/lib/records/audit/inside";

import type { words } from "./words";
import type { WebhookRow } from "./store/webhooks";

type Deed = (typeof words)["audited"]["actions"][number];

/** Records what was done to a webhook, in the caller's transaction; never its secret. */
export const recordWebhook = (
  ctx: Context,
  { id, businessId }: Pick<WebhookRow, "id" | "businessId">,
  action: Deed,
  changes?: Readonly<Record<string, unknown>>,
): Promise<void> =>
  recordAudit(ctx, {
    entity: "Webhook",
    entityId: id,
    action,
    ...(changes && { changes }),
    businessId,
  });
