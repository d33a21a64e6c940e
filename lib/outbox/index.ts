export { deliverEvents, type EventHandler } from "./deliver-events";
export { publishEvent } from "./publish-event";
export { type EventType, type NewEvent, type OutboxEvent } from "./schema";
