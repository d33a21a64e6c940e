export { listMessages } from "./list-messages";
export { remindOwners } from "./remind-owners";
export { retryMessage } from "./retry-message";
export { sendMessages } from "./send-messages";
export { spreadMailings } from "./spread-mailings";
