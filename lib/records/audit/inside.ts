export { type AuditedThing } from "./ports";
export { recordAudit, type Deed } from "./record-audit";
