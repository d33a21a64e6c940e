import type { AuditView } from "./schema";
import type { AuditRow } from "./store";

/** The record as the API shows it; `entityName` is what the thing is called now. */
export function viewAudit(row: AuditRow, entityName: string | null): AuditView {
  return {
    id: row.id,
    at: row.at.toISOString(),
    entity: row.entity,
    entityId: row.entityId,
    entityName,
    action: row.action,
    actor: { id: row.actorId, role: row.actorRole, name: row.actorName },
    from: row.from,
    to: row.to,
    reason: row.reason,
    changes: row.changes,
    businessId: row.businessId,
    stationId: row.stationId,
    ownerId: row.ownerId,
    requestId: row.requestId,
  };
}
