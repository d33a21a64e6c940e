import { z } from "zod";

import { anyId, instant, instantView, partOfLine, sortBy } from "@/lib/core/fields";
import { auditActions, auditEntities } from "@/lib/words";

export const auditEntity = z.enum(auditEntities);

/** Every deed that leaves an audit record (checklist 000-151, and what product.md adds). */
export const auditAction = z.enum(auditActions);

export const ListAudits = z.object({
  entity: auditEntity.optional(),
  entityId: anyId.optional(),
  action: auditAction.optional(),
  /** The id of the user who did it, or part of the name. */
  actor: partOfLine(120).optional(),
  stationId: anyId.optional(),
  /** Deeds at or after this instant. */
  from: instant.optional(),
  /** Deeds before this instant. */
  to: instant.optional(),
  /** By when it was done; newest first without it. */
  sort: sortBy("at").optional(),
});
export type ListAudits = z.infer<typeof ListAudits>;

export const AuditView = z.object({
  id: z.uuid(),
  at: instantView,
  entity: auditEntity,
  entityId: z.uuid(),
  /** What the thing is called now: a booking's number (a session's too), else a name; null where it has none. */
  entityName: z.string().nullable(),
  action: z.string(),
  actor: z.object({ id: z.uuid().nullable(), role: z.string(), name: z.string() }),
  from: z.string().nullable(),
  to: z.string().nullable(),
  reason: z.string().nullable(),
  changes: z.record(z.string(), z.unknown()).nullable(),
  businessId: z.uuid().nullable(),
  stationId: z.uuid().nullable(),
  ownerId: z.uuid().nullable(),
  requestId: z.string(),
});
export type AuditView = z.infer<typeof AuditView>;
