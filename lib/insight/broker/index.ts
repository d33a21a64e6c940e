export { relayEvents } from "./relay-events";
