export { names } from "./answer-names";
export { eraser } from "./forget-person";
export { jobs } from "./jobs";
export { type Transport, type Transports } from "./rules";
export { appPushTransport } from "./send-app-push";
export { emailTransport, type MailSettings } from "./send-email";
export { smsTransport, type SmsSettings } from "./send-sms";
export { webPushTransport } from "./send-web-push";
export { subscribers } from "./subscribers";
