export { type EventHandler } from "./deliver-events";
export { publishEvent } from "./publish-event";
export { backoffMs, maxAttempts, mostEvents } from "./rules";
export { type NewEvent, type OutboxEvent } from "./schema";
