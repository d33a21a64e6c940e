import type { Context } from "@/lib/core/context";
import type { Authorized } from "@/lib/core/permissions";

declare module "@/lib/core/context" {
  interface Ports {
    /** sessions: ends the running session of a booking that staff abort on site, now or at an instant, without charges. */
    abortSession(
      ctx: Context,
      booking: Authorized<{ readonly id: string }>,
      at?: Date,
    ): Promise<void>;
  }
}
