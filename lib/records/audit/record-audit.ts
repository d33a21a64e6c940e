import { roleOf, userOf, type Actor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import type { AuditAction, AuditEntity } from "@/lib/words";

import { insertAudits } from "./store";

/** A entry, as the use case that does it tells it. Who, when and in which request come from the context. */
export interface AuditEntry {
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

/** Writes the record of a entry, in the entry's own transaction (product.md, Booking; 000-150). */
export async function recordAudit(ctx: Context, ...entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const { actor } = ctx;
  const by = {
    actorId: userOf(ctx)?.userId ?? null,
    actorRole: roleOf(actor),
    actorName: nameOf(actor),
  };
  const at = ctx.clock.now();
  await insertAudits(
    ctx,
    entries.map((entry) => ({ ...entry, ...by, id: newId(), at, requestId: ctx.requestId })),
  );
}

function nameOf(actor: Actor): string {
  switch (actor.kind) {
    case "Anonymous":
      return actor.kind;
    case "User":
      return actor.name;
    case "Job":
      return actor.job;
    case "Charger":
      return actor.chargerId;
    case "Kiosk":
      return actor.kioskId;
    case "PaymentProvider":
      return actor.provider;
  }
}
