export { names } from "./answer-names";
export { invariants } from "./check-content";
export { findStanding, type Standing } from "./find-standing";
export { eraser } from "./forget-person";
export { jobs } from "./jobs";
