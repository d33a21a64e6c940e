import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import type { AuditAction, AuditEntity } from "@/lib/words";

import { insertAudits } from "./store";

/** A deed, as the use case that does it tells it. Who, when and in which request come from the context. */
export interface Deed {
  readonly entity: AuditEntity;
  readonly entityId: string;
  readonly action: AuditAction;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly reason?: string | null;
  /** What changed: field → `[before, after]`, or other facts. Never a secret. */
  readonly changes?: Readonly<Record<string, unknown>>;
  readonly businessId?: string | null;
  readonly stationId?: string | null;
  /** The owner concerned, if any. */
  readonly ownerId?: string | null;
}

/** Writes the record of a deed, in the deed's own transaction (product.md, Booking; 000-150). */
export async function recordAudit(ctx: Context, ...deeds: readonly Deed[]): Promise<void> {
  if (deeds.length === 0) return;
  const { actor } = ctx;
  const by =
    actor.kind === "User"
      ? { actorId: actor.userId, actorRole: actor.role, actorName: actor.name }
      : {
          actorId: null,
          actorRole: actor.kind,
          actorName: actor.kind === "System" ? actor.job : "Anonymous",
        };
  const at = ctx.clock.now();
  await insertAudits(
    ctx,
    deeds.map((deed) => ({ ...deed, ...by, id: newId(), at, requestId: ctx.requestId })),
  );
}
