export { listMessages } from "./list-messages";
export { readTopics } from "./read-topics";
export { remindOwners } from "./remind-owners";
export { retryAllMessages, retryMessage } from "./retry-message";
export { sendMessages, sendMessagesOf } from "./send-messages";
export { spreadMailings } from "./spread-mailings";
export { tellAdmins } from "./tell-admins";
