export { listMessages } from "./list-messages";
export { readTopics } from "./read-topics";
export { remindOwners } from "./remind-owners";
export { retryMessage } from "./retry-message";
export { sendMessages } from "./send-messages";
export { spreadMailings } from "./spread-mailings";
