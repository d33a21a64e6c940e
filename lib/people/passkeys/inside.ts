export { names } from "./answer-names";
export { eraser } from "./forget-person";
export { holdings } from "./tell-holdings";
