export { cleanEvents } from "./clean-events";
export { deliverEvents } from "./deliver-events";
export { listRecentEvents } from "./list-recent-events";
