import { inTransaction, type Context } from "@/lib/core/context";
import { fail, failField } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { scopeOf } from "@/lib/core/permissions";
import { seal } from "@/lib/core/seal";

import { recordWebhook } from "./record-webhook";
import { aboutSecret, assertAddress, mostWebhooks, newSecret } from "./rules";
import type { CreateWebhook, WebhookWithSecret } from "./schema";
import { countWebhooks, insertWebhook } from "./store/webhooks";
import { viewWebhook } from "./view";

/**
 * Makes a webhook of a business and tells its secret, this once. Throws `webhook.address` at `url`,
 * `webhook.business_required`, `business.not_found`, `business.not_active` or `webhook.too_many`.
 */
export async function createWebhook(
  ctx: Context,
  { businessId: named, ...input }: CreateWebhook,
): Promise<WebhookWithSecret> {
  return inTransaction(ctx, async (ctx) => {
    const businessId = await businessFor(ctx, named);
    assertAddress(input.url, ctx.config);
    if ((await countWebhooks(ctx, businessId)) >= mostWebhooks) {
      throw fail("webhook.too_many", { max: mostWebhooks });
    }
    const id = newId();
    const now = ctx.clock.now();
    const secret = newSecret();
    const webhook = await insertWebhook(ctx, {
      ...input,
      id,
      businessId,
      secret: seal(ctx.config.dataKeys, secret, aboutSecret(id)),
      createdAt: now,
      updatedAt: now,
    });
    await recordWebhook(ctx, webhook, "Create", input);
    return { ...viewWebhook(webhook), secret };
  });
}

/** The own business for an office; for a SystemAdmin the named one. */
async function businessFor(ctx: Context, named: string | undefined): Promise<string> {
  const scope = scopeOf(ctx, "webhook.manage");
  if (scope.reach === "business") {
    if (named !== undefined && named !== scope.businessId) throw fail("business.not_found");
    return scope.businessId;
  }
  if (named === undefined) throw failField("webhook.business_required", "businessId");
  await ctx.ports.assertBusinessActive(ctx, named);
  return named;
}
