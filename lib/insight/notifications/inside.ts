export { emailCarrier, type MailSettings } from "./carry-email";
export { jobs } from "./jobs";
export { type Carrier, type Carriers } from "./rules";
export { subscribers } from "./subscribers";
