export { cleanEvents } from "./clean-events";
export { deliverEvents, type EventHandler } from "./deliver-events";
export { readRecentEvents } from "./read-recent-events";
