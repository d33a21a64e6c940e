export { names } from "./answer-names";
export { countQueue } from "./count-queue";
export { findExceptions } from "./find-exceptions";
export { eraser } from "./forget-person";
export { isExceptionOpen } from "./store/refusals";
