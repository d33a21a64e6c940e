import { z } from "zod";

import { auditActions, auditEntities } from "@/lib/words";

export const auditEntity = z.enum(auditEntities);

/** Every deed that leaves an audit record (checklist 000-151, and what product.md adds). */
export const auditAction = z.enum(auditActions);

const instant = z.iso
  .datetime({ offset: true, error: "Use an instant such as 2026-12-25T08:00:00Z." })
  .refine((text) => /^2[01]/.test(text), "Use a year between 2000 and 2199.")
  .transform((text) => new Date(text));

export const ListAudits = z.object({
  entity: auditEntity.optional(),
  entityId: z.uuid("Use an id.").optional(),
  action: auditAction.optional(),
  /** The id of the user who did it, or part of the name. */
  actor: z
    .string()
    .trim()
    .max(120, "Use at most 120 characters.")
    .regex(/^\P{Cc}*$/u, "Must be one line, without control characters.")
    .optional(),
  stationId: z.uuid("Use an id.").optional(),
  /** Deeds at or after this instant. */
  from: instant.optional(),
  /** Deeds before this instant. */
  to: instant.optional(),
  /** By when it was done; newest first without it. */
  sort: z.enum(["at", "-at"]).optional(),
});
export type ListAudits = z.infer<typeof ListAudits>;

export const AuditView = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
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
