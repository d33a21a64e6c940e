export { cleanEvents } from "./clean-events";
export { deliverEvents } from "./deliver-events";
export { beginFollowing, followEvents } from "./follow-events";
export { listDeliveries } from "./list-deliveries";
export { readRecentEvents } from "./read-recent-events";
export { readSubscribers } from "./read-subscribers";
export { retryDelivery } from "./retry-delivery";
