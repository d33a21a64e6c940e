export { emailTransport, type MailSettings } from "./send-email";
export { jobs } from "./jobs";
export { type Transport, type Transports } from "./rules";
export { subscribers } from "./subscribers";
