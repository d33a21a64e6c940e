export { ports } from "./answer-ports";
