import { and, desc, eq, gt, inArray, isNotNull, lt, or } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { sessions } from "@/db/schema/sessions";
import { stations } from "@/db/schema/stations";
import { holdingStatuses } from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";

import type { TimeWindow } from "../rules";

/** As many are read at most, the newest: who has more does the same again and again. */
const mostRead = 1_000;

/**
 * What a driver has done, the newest first, and holds in the window: bookings, each with its station and with the
 * session that came of it and ended well, null where none did.
 */
export async function findOwnHistory(ctx: Context, ownerId: string, { from, to }: TimeWindow) {
  return ctx.db
    .select({
      stationId: bookings.stationId,
      startsAt: bookings.startsAt,
      endsAt: bookings.endsAt,
      lat: stations.latitude,
      lng: stations.longitude,
      timeZone: stations.timeZone,
      startedAt: sessions.startedAt,
      endedAt: sessions.endedAt,
      energyWh: sessions.energyWh,
    })
    .from(bookings)
    .innerJoin(stations, eq(stations.id, bookings.stationId))
    .leftJoin(sessions, and(eq(sessions.bookingId, bookings.id), eq(sessions.status, "Completed")))
    .where(
      and(
        eq(bookings.ownerId, ownerId),
        or(
          isNotNull(sessions.id),
          and(
            inArray(bookings.status, [...holdingStatuses]),
            lt(bookings.startsAt, to),
            gt(bookings.endsAt, from),
          ),
        ),
      ),
    )
    .orderBy(desc(bookings.startsAt), desc(bookings.id))
    .limit(mostRead);
}
