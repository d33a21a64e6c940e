import { abortSession } from "./abort-session";
import { isConnectorBusy } from "./check-connector";
import { findConnectorsInUse as connectorsInUse } from "./store/sessions";

/** What this room answers to the questions of lower ones, bound in `lib/process/wiring.ts`. */
export const ports = { abortSession, isConnectorBusy, connectorsInUse };
