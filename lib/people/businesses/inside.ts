export { ports } from "./answer-ports";
export { assertBusinessActive } from "./assert-business-active";
