import type { Booking } from "@/lib/charging/bookings/inside";
import type { Context } from "@/lib/core/context";

import type { MessageRow } from "./messages";
import { findAddresses, findBookings } from "./facts";

/** What is known of the bookings that messages tell of, as it is now. */
export interface Known {
  /** By their ids; none that is gone. */
  readonly bookings: ReadonlyMap<string, Booking>;
  /** Of their stations, by the stations' ids. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** Reads for many messages together what judging and composing them asks. */
export async function gatherKnown(
  ctx: Context,
  messages: readonly Pick<MessageRow, "values">[],
): Promise<Known> {
  const ids = messages.flatMap(({ values }) => values.bookingId ?? []);
  const bookings = await findBookings(ctx, [...new Set(ids)]);
  const stationIds = new Set([...bookings.values()].map(({ stationId }) => stationId));
  return { bookings, addresses: await findAddresses(ctx, [...stationIds]) };
}
