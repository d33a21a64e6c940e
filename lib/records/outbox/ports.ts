import type { Subscriber } from "./deliver-events";

declare module "@/lib/core/context" {
  interface Ports {
    /** Every room: what it does when events come. */
    subscribers(): readonly Subscriber[];
  }
}
