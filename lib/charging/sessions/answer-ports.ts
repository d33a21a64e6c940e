import { abortSession } from "./abort-session";
import { isConnectorBusy } from "./check-connector";
import {
  findBusyConnectors as busyConnectors,
  findConnectorsInUse as connectorsInUse,
} from "./store/in-use";

/** What this room answers to the questions of lower ones, bound in `lib/process/wiring.ts`. */
export const ports = { abortSession, busyConnectors, isConnectorBusy, connectorsInUse };
