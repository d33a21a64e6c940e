export { names } from "./answer-names";
export { ports } from "./answer-ports";
export { invariants } from "./check-waiting";
export { eraser } from "./forget-person";
export { jobs } from "./jobs";
export { leaving } from "./leave-lines";
export { holdings } from "./tell-holdings";
