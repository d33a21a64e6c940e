export { names } from "./answer-names";
export { invariants } from "./check-reviews";
export { eraser } from "./forget-person";
export { jobs } from "./jobs";
export { holdings } from "./tell-holdings";
