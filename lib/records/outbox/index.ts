export { cleanEvents } from "./clean-events";
export { deliverEvents, type EventHandler } from "./deliver-events";
export { listRecentEvents } from "./list-recent-events";
export { publishEvent } from "./publish-event";
export { backoffMs, maxAttempts, mostEvents } from "./rules";
export { type NewEvent, type OutboxEvent } from "./schema";
