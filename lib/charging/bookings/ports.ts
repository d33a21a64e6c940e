import type { Context } from "@/lib/core/context";
import type { Need } from "@/lib/sites/schedules/inside";
import type { Authorized } from "@/lib/core/permissions";

declare module "@/lib/core/context" {
  interface Ports {
    /**
     * waiting: turns the place that is held for the calling owner at exactly that time into their booking's; null where
     * none is. Throws `offer.ended` where the one that is named is not held.
     */
    takeOffer(
      ctx: Context,
      wanted: {
        readonly offerId?: string | undefined;
        readonly stationId: string;
        readonly startsAt: Date;
        readonly endsAt: Date;
      },
    ): Promise<{ readonly group: number; readonly need: Need } | null>;
    /** waiting: whether a place is held for the calling owner at exactly that time, which `takeOffer` would take. */
    isHeldForCaller(
      ctx: Context,
      time: { readonly stationId: string; readonly startsAt: Date; readonly endsAt: Date },
    ): Promise<boolean>;
    /** waiting: takes back the places that are held in groups that have lost them, at stations that are locked. */
    withdrawOffers(ctx: Context, stationIds: readonly string[]): Promise<void>;
    /** sessions: ends the running session of a booking that staff abort on site, now or at an instant, without charges. */
    abortSession(
      ctx: Context,
      booking: Authorized<{ readonly id: string }>,
      at?: Date,
    ): Promise<void>;
  }
}
