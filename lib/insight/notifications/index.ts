export { listMessages } from "./list-messages";
export { sendMessages } from "./send-messages";
export { spreadMailings } from "./spread-mailings";
