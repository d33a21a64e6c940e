export { names } from "./answer-names";
export { ports } from "./answer-ports";
export { eraser } from "./forget-person";
export { jobs } from "./jobs";
export { leaseDeliveries, settleDeliveries, type Settled } from "./lease-deliveries";
export type { Subscriber } from "./ports";
export { publishEvent } from "./publish-event";
export { backoffMs, maxAttempts, reasonOf } from "./rules";
export { type NewEvent, type OutboxEvent } from "./schema";
