export { abortSession } from "./abort-session";
export { isConnectorBusy } from "./check-connector";
