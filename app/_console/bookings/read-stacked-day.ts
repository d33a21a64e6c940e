import type { DayBooking } from "@/components/day-timeline/day-lanes";
import type { FreeStart } from "@/components/booking/free-starts";
import { listBookings } from "@/lib/charging/bookings";
import { keptStatuses, ListBookings } from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";
import { dayMs } from "@/lib/core/durations";
import { daySpan } from "@/lib/core/time-zones";

import { conflictStarts } from "./read-day";

/** So many bookings of a day are shown at once; who has more narrows the stations. */
const most = 1_000;

interface DayOfAll {
  readonly from: string;
  readonly to: string;
  /** By their station's id, the soonest first. */
  readonly bookings: ReadonlyMap<string, readonly DayBooking[]>;
  /** How many there are in all, and how many of them are shown. */
  readonly all: number;
  readonly shown: number;
  /** Where a booking in conflict could go, by its id. */
  readonly starts: Readonly<Record<string, readonly FreeStart[]>>;
}

/** What is booked on a day of a zone, at all stations of the reader. */
export async function readStackedDay(
  ctx: Context,
  date: string,
  timeZone: string,
): Promise<DayOfAll> {
  const { from, to } = daySpan(date, timeZone);
  const query = ListBookings.parse({ status: keptStatuses });
  const [begun, before] = await Promise.all([
    listBookings(ctx, { ...query, sort: "startsAt", from, to, page: 1, limit: most }),
    // A booking is at most a day long, so whatever runs into this day began so long before it, at the latest last.
    listBookings(ctx, {
      ...query,
      sort: "-startsAt",
      from: new Date(from.getTime() - dayMs),
      to: from,
      page: 1,
      limit: most,
    }),
  ]);
  const into = before.items.filter(({ endsAt }) => Date.parse(endsAt) > from.getTime());
  const ofDay = [...into.toReversed(), ...begun.items];
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    bookings: Map.groupBy(
      ofDay.map((booking) => ({ ...booking, connector: null, place: null })),
      ({ stationId }) => stationId,
    ),
    all: into.length + begun.total,
    shown: ofDay.length,
    starts: await conflictStarts(ctx, ofDay),
  };
}
