export { emailTransport, type MailSettings } from "./send-email";
export { handleEvent } from "./handle-event";
export { type Transport, type Transports } from "./rules";
