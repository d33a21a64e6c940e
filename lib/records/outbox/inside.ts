export { ports } from "./answer-ports";
export { type EventHandler, type Subscriber } from "./deliver-events";
export { eraser } from "./forget-person";
export { publishEvent } from "./publish-event";
export { backoffMs, maxAttempts } from "./rules";
export { type NewEvent, type OutboxEvent } from "./schema";
export { jobs } from "./jobs";
