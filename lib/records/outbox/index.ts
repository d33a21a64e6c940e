export { cleanEvents } from "./clean-events";
export { deliverEvents, type EventHandler, type Subscriber } from "./deliver-events";
export { listRecentEvents } from "./list-recent-events";
