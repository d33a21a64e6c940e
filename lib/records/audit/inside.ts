export { ports } from "./answer-ports";
export { invariants } from "./check-audits";
export { eraser, findFormerTexts } from "./forget-person";
export { findTrail } from "./find-trail";
export { toldInvariant } from "./find-untold";
export { holdings } from "./tell-holdings";
export { jobs } from "./jobs";
export { type NamesOf } from "./ports";
export { recordAudit, type AuditEntry } from "./record-audit";
