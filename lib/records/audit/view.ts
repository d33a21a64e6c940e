import { rulesIn } from "@/lib/words/rule-words";
import { sayIn, type Locale } from "@/lib/words/say";

import type { AuditView } from "./schema";
import type { NamedAuditRow } from "./store/audits";

/** A personal value that is still there, as JSON text. */
interface KeptValue {
  readonly field: string;
  readonly value: string;
}

/**
 * The record as the API shows it, with the personal values that lie beside it in their places; `entityName` is what
 * the thing is called now, `locale` the reader's language.
 */
export function viewAudit(
  row: NamedAuditRow,
  entityName: string | null,
  values: readonly KeptValue[],
  locale: Locale,
): AuditView {
  // Nothing of it is stored: the record keeps a hash, and what lay beside it is gone.
  const erased = sayIn(locale)("audits.erased");
  const shown = (field: string, own: unknown): unknown => {
    if (!row.personal?.includes(field)) return own;
    const kept = values.find((one) => one.field === field);
    return kept ? JSON.parse(kept.value) : erased;
  };
  const reason = shown("reason", row.reason);
  // A job's reason is a code, or what a person wrote before.
  const isJobs = row.actorId === null;
  const name = isJobs ? row.actorName : (row.personName ?? erased);
  return {
    id: row.id,
    at: row.at.toISOString(),
    entity: row.entity,
    entityId: row.entityId,
    entityName,
    action: row.action,
    actor: { id: row.actorId, role: row.actorRole, name },
    from: row.from,
    to: row.to,
    reason: typeof reason !== "string" ? null : isJobs ? rulesIn(locale).reason(reason) : reason,
    changes:
      row.changes &&
      Object.fromEntries(
        Object.entries(row.changes).map(([field, own]) => [field, shown(`changes.${field}`, own)]),
      ),
    businessId: row.businessId,
    stationId: row.stationId,
    ownerId: row.ownerId,
    requestId: row.requestId,
  };
}
