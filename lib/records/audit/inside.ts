export { recordAudit, type Deed } from "./record-audit";
