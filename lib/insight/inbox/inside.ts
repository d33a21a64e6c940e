export { addNotifications } from "./add-notifications";
export { names } from "./answer-names";
export { findReceivers, type Receiver } from "./find-receivers";
export { eraser } from "./forget-person";
export { jobs } from "./jobs";
export { pathOf, quietUntil } from "./rules";
export { deleteDevice, deleteSubscription, findDevice, findSubscription } from "./store/devices";
export { wordNotice } from "./word-notice";
