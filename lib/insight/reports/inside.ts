export { ports } from "./answer-ports";
export { eraser } from "./forget-person";
export { jobs } from "./jobs";
