export { names } from "./answer-names";
export { ports } from "./answer-ports";
export { eraser } from "./forget-person";
export { holdings } from "./tell-holdings";
