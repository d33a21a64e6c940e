import { businessOfStations } from "./get-station";
import { businessIdOf } from "./store/stations";

/** What this room answers to the questions of lower ones, bound in `lib/process/wiring.ts`. */
export const ports = { businessIdOf, businessOfStations };
