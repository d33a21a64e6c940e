export { names } from "./answer-names";
export { ports } from "./answer-ports";
export { attachReceipt } from "./attach-receipt";
export { invariants } from "./check-sessions";
export { eraser } from "./forget-person";
export { jobs } from "./jobs";
export { findActiveSessions, type SessionRow } from "./store/sessions";
export { viewSession } from "./view";
export { findArrivals } from "./find-arrivals";
export { rankConnectors } from "./choose-connector";
export { leaving } from "./leave-sessions";
export { holdings } from "./tell-holdings";
export {
  findCarSessions,
  findOwnActive,
  findOwnCompleted,
  sumCarSessions,
  sumOwnMonth,
} from "./store/own-sessions";
