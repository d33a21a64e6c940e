import {
  findOwnActive,
  findOwnCompleted,
  sumOwnMonth,
  viewSession,
} from "@/lib/charging/sessions/inside";
import type { Context } from "@/lib/core/context";
import { moneyView } from "@/lib/core/money";
import { asHolder, scopeOf } from "@/lib/core/permissions";
import { readFavourites } from "@/lib/sites/drivers/inside";

import type { OwnStats } from "./schema";
import { countOwnBookings } from "./store/figures";

const recent = 5;

/**
 * The calling driver's figures (004-126): what they have booked ahead, the car that charges now, what they did this
 * month by the clocks of the stations, their last sessions, and the stations that they marked.
 */
export async function readOwnStats(ctx: Context): Promise<OwnStats> {
  const scope = scopeOf(ctx, "dashboard.own");
  const { userId } = asHolder(ctx, "dashboard.own").actor;
  const { pending, approvedAhead } = await countOwnBookings(ctx, scope);
  const active = await findOwnActive(ctx, userId);
  const month = await sumOwnMonth(ctx, userId);
  const sessions = await findOwnCompleted(ctx, userId, recent);
  const sum = (of: (row: (typeof month)[number]) => number) =>
    month.reduce((all, row) => all + of(row), 0);
  return {
    upcomingBookings: pending + approvedAhead,
    activeSession: active && viewSession(ctx, active),
    thisMonth: {
      sessions: sum(({ count }) => count),
      energyKwh: sum(({ energyWh }) => energyWh) / 1_000,
      spent: month.map(({ totalMinor, currency }) => moneyView(totalMinor, currency)),
    },
    recentSessions: sessions.map((row) => viewSession(ctx, row)),
    favouriteStations: await readFavourites(ctx, {}),
  };
}
