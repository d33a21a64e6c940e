export { addNotifications } from "./add-notifications";
export { names } from "./answer-names";
export { findReceivers, type Receiver } from "./find-receivers";
export { eraser } from "./forget-person";
export { jobs } from "./jobs";
export { pathOf, preferencesPath, quietUntil, unsubscribePath, waysOf } from "./rules";
export { deleteDevice, deleteSubscription, findDevice, findSubscription } from "./store/devices";
export { wantEmails } from "./want-emails";
export { wordMoney, wordNotice } from "./word-notice";
