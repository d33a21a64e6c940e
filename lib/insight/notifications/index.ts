export { emailCarrier, type MailSettings } from "./carry-email";
export { handleEvent } from "./handle-event";
export { listMessages } from "./list-messages";
export { type Carrier, type Carriers } from "./rules";
export { sendMessages } from "./send-messages";
