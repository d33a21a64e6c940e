import type { Transports } from "./rules";

declare module "@/lib/core/context" {
  interface Ports {
    /** lib/process: the ways out of the house that this process was given. */
    transports(): Transports;
  }
}
