export { listAudits } from "./list-audits";
export { recordAudit, type Deed } from "./record-audit";
