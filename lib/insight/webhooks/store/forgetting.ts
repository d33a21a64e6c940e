import { or, sql } from "drizzle-orm";

import { mentions } from "@/db/schema/columns";
import { webhookDeliveries, webhookTries } from "@/db/schema/webhooks";
import type { Context } from "@/lib/core/context";
import type { Erased } from "@/lib/core/eraser";
import type { Counts } from "@/lib/core/job";

/** Takes the reasons out of deliveries about the person and of others that name them, and answers that name them. */
export async function forgetIn(ctx: Context, { userId, texts }: Erased): Promise<Counts> {
  const { data } = webhookDeliveries;
  await ctx.db
    .update(webhookTries)
    .set({ responseBody: null })
    .where(mentions(webhookTries.responseBody, texts));
  const changed = await ctx.db
    .update(webhookDeliveries)
    .set({ data: sql`${data} || '{"reason": null}'` })
    .where(
      or(
        sql`${data} ->> 'ownerId' = ${userId} and ${data} ? 'reason'`,
        mentions(sql`${data} ->> 'reason'`, texts),
      ),
    );
  return { webhookDeliveries: changed.count };
}
