export { names } from "./answer-names";
export { findExceptions } from "./find-exceptions";
export { eraser } from "./forget-person";
export { isExceptionOpen } from "./store/refusals";
