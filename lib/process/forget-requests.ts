import { eq, or } from "drizzle-orm";

import { idempotencyKeys, rateLimits } from "@/db/schema/http";
import { mentions } from "@/db/schema/columns";
import type { Eraser } from "@/lib/core/eraser";

/**
 * How what belongs to no room forgets a person: the requests that they sent, and what others' answers say of them.
 * Another's key stays, without the answer: sent again, it must not do its work twice.
 */
export const requestsEraser: Eraser = {
  columns: {
    "idempotency_keys.caller": "Removed: nobody sends an erased person's keys again.",
    "rate_limits.bucket": "Removed.",
  },
  erase: async ({ db }, { userId, texts }) => {
    const keys = await db.delete(idempotencyKeys).where(eq(idempotencyKeys.caller, userId));
    const answers = await db
      .update(idempotencyKeys)
      .set({ headers: {}, data: null })
      .where(or(mentions(idempotencyKeys.data, texts), mentions(idempotencyKeys.headers, texts)));
    const buckets = await db
      .delete(rateLimits)
      .where(or(mentions(rateLimits.bucket, [userId]), mentions(rateLimits.bucket, texts)));
    return { requestKeys: keys.count + answers.count, rateLimits: buckets.count };
  },
};
