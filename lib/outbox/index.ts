export { cleanEvents } from "./clean-events";
export { deliverEvents, type EventHandler } from "./deliver-events";
export { publishEvent } from "./publish-event";
export { backoffMs, maxAttempts } from "./rules";
export { type EventType, type NewEvent, type OutboxEvent } from "./schema";
