export { listAudits } from "./list-audits";
export { recordAudit, type Deed } from "./record-audit";
export { auditAction, auditEntity, type AuditAction, type AuditEntity } from "./schema";
