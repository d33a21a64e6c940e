export { keepOvertaken, keepRefusal, type ToldAct } from "./keep-refusal";
export { listExceptions } from "./list-exceptions";
export { readQueue } from "./read-queue";
export { settleException } from "./settle-exception";
