export { listAudits } from "./list-audits";
export { sealAudits } from "./seal-audits";
export { type AuditDifference, type AuditProof, verifyAudits } from "./verify-audits";
