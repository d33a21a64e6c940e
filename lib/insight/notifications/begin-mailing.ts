import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";
import type { OutboxEvent } from "@/lib/records/outbox/inside";

import { announcementOf } from "./rules";
import { insertMailing } from "./store/mailings";

/**
 * Notes that everybody is to be told of changed terms or a changed privacy policy, once a version. The messages are
 * written by a job: a transaction for all of them would hold the events' line.
 */
export async function beginMailing(ctx: Context, { id, payload }: OutboxEvent): Promise<void> {
  scopeOf(ctx, "event.deliver");
  const kind = payload.isAnnounced === true ? announcementOf(payload.kind) : undefined;
  if (!kind) return;
  const { version, effectiveAt } = payload;
  await insertMailing(ctx, {
    eventId: id,
    kind,
    values: { version: String(version), effectiveAt: String(effectiveAt) },
    createdAt: ctx.clock.now(),
  });
}
