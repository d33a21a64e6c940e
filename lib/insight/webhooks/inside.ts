export { names } from "./answer-names";
export { eraser } from "./forget-person";
export { jobs } from "./jobs";
export { subscribers } from "./subscribers";
