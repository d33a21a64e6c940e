import { roleOf, userOf, type Actor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import type { AuditAction, AuditEntity } from "@/lib/words";

import { hashPersonal, newSalt, partPersonal } from "./part-personal";
import { insertAudits } from "./store/audits";

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

/**
 * Writes the record of a entry, in the entry's own transaction (product.md, Booking; 000-150). What is personal in it
 * (docs/decisions/audits-can-forget.md) goes beside it, in a statement that is sent along only where there is any.
 */
export async function recordAudit(ctx: Context, ...entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const { actor } = ctx;
  const user = userOf(ctx);
  const by = {
    actorId: user?.userId ?? null,
    actorRole: roleOf(actor),
    actorName: nameOf(actor),
  };
  const at = ctx.clock.now();
  const byPerson = actor.kind === "User" || actor.kind === "Anonymous";
  const parted = entries.map((entry) => {
    const { kept, personal } = partPersonal(entry, byPerson);
    const id = newId();
    const fields = personal.length > 0 ? personal.map(({ field }) => field) : null;
    return {
      row: { ...kept, ...by, id, at, personal: fields, requestId: ctx.requestId },
      personal: personal.map((value) => ({ ...value, auditId: id })),
    };
  });
  await insertAudits(ctx, {
    rows: parted.map(({ row }) => row),
    personal: parted.flatMap(({ personal }) => personal),
    actor: user && nameRow(user.userId, user.name),
  });
}

/** How the person's name is kept from now on, if it is not yet. */
function nameRow(userId: string, name: string) {
  const salt = newSalt();
  return { userId, name, salt, hash: hashPersonal(salt, name) };
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
