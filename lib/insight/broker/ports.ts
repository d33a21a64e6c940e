import type { Broker } from "./rules";

declare module "@/lib/core/context" {
  interface Ports {
    /** lib/process: the broker at the address, one connection a process; null for no address. */
    broker(url: string | undefined): Broker | null;
  }
}
