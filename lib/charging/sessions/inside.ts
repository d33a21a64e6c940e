export { names } from "./answer-names";
export { ports } from "./answer-ports";
export { jobs } from "./jobs";
