export { ports } from "./answer-ports";
export { type NamesOf } from "./ports";
export { recordAudit, type AuditEntry } from "./record-audit";
