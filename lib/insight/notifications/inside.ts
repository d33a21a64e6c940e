export { names } from "./answer-names";
export { emailTransport, type MailSettings } from "./send-email";
export { eraser } from "./forget-person";
export { jobs } from "./jobs";
export { type Transport, type Transports } from "./rules";
export { subscribers } from "./subscribers";
