export { names } from "./answer-names";
export { ports } from "./answer-ports";
export { attachReceipt } from "./attach-receipt";
export { invariants } from "./check-sessions";
export { eraser } from "./forget-person";
export { jobs } from "./jobs";
export { findActiveSessions, type SessionRow } from "./store/sessions";
export { viewSession } from "./view";
