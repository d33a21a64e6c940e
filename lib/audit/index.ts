export { listAudits } from "./list-audits";
export { recordAudit, type Deed } from "./record-audit";
export { type AuditAction, type AuditEntity } from "./schema";
