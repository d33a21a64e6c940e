export { names } from "./answer-names";
export { ports } from "./answer-ports";
export { assertBusinessActive } from "./assert-business-active";
export { invariants } from "./check-businesses";
export { eraser } from "./forget-person";
