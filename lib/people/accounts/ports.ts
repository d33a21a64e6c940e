import type { Eraser } from "@/lib/core/eraser";

declare module "@/lib/core/context" {
  interface Ports {
    /** Every room that keeps something of people: how it forgets one. */
    erasers(): readonly Eraser[];
  }
}
