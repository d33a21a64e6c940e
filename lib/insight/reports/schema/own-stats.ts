import { z } from "zod";

import { SessionView } from "@/lib/charging/sessions/schema";
import { moneyView } from "@/lib/core/fields";
import { FavouriteView } from "@/lib/sites/drivers/schema";

/** A driver's own figures (004-126). */
export const OwnStats = z.object({
  /** Bookings that wait to be approved, and approved ones that are still to come. */
  upcomingBookings: z.int(),
  /** The session of the car that charges now, the one that began first; null for none. */
  activeSession: SessionView.nullable(),
  /** Sessions that ended in this month, by the clocks of their stations. */
  thisMonth: z.object({
    sessions: z.int(),
    energyKwh: z.number(),
    /** What was charged, in each currency. */
    spent: z.array(moneyView),
  }),
  /** The last five that are completed, the latest first. */
  recentSessions: z.array(SessionView),
  favouriteStations: z.array(FavouriteView),
});
export type OwnStats = z.infer<typeof OwnStats>;
