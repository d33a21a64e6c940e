export { listAudits } from "./list-audits";
