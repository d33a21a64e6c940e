export { cleanEvents } from "./clean-events";
export { deliverEvents, type EventHandler } from "./deliver-events";
export { listRecentEvents } from "./list-recent-events";
