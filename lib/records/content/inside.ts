export { names } from "./answer-names";
export { invariants } from "./check-content";
export { eraser } from "./forget-person";
export { jobs } from "./jobs";
