import type { Context } from "@/lib/core/context";

declare module "@/lib/core/context" {
  interface Ports {
    /** sessions: ends the running session of a booking that staff abort on site, without charges. */
    abortSession(ctx: Context, bookingId: string): Promise<void>;
  }
}
