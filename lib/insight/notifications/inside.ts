export { emailCarrier, type MailSettings } from "./carry-email";
export { handleEvent } from "./handle-event";
export { type Carrier, type Carriers } from "./rules";
