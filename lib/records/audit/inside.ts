export { type AuditedThing } from "./ports";
export { recordAudit, type AuditEntry } from "./record-audit";
