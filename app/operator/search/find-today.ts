import {
  type CheckInTimes,
  readBooking,
  readCheckInTimes,
  readMoveTimes,
} from "@/lib/charging/bookings";
import type { BookingView, MoveTime } from "@/lib/charging/bookings/schema";
import { listSessions } from "@/lib/charging/sessions";
import { ListSessions } from "@/lib/charging/sessions/schema";
import type { Context } from "@/lib/core/context";
import { readMatches } from "@/lib/insight/search";
import type { Match } from "@/lib/insight/search/schema";

/** A booking of today that was found, and where it could be moved to. */
export interface FoundBooking {
  readonly booking: BookingView;
  readonly starts: readonly MoveTime[];
  /** Whether its car came: its session has a card. */
  readonly hasSession: boolean;
  /** Null where it is not to be checked in. */
  readonly checkIn: CheckInTimes | null;
  /** Whether the gate would let it in now. */
  readonly isOpen: boolean;
}

export interface Today {
  readonly bookings: readonly FoundBooking[];
  /** Whether the bookings are those of drivers whose name only resembles what was typed. */
  readonly isGuess: boolean;
  readonly stations: readonly Match[];
}

/** What an operator's search page shows for a text; the owners found are named by their bookings. */
export async function findToday(ctx: Context, q: string): Promise<Today> {
  const { matches } = await readMatches(ctx, { q });
  const found = matches.filter(({ type }) => type === "Booking");
  const bookings = await Promise.all(found.map(({ id }) => readBooking(ctx, { id })));
  const movable = bookings.filter(({ can }) => can.includes("move")).map(({ id }) => id);
  const [starts, checkIns, came] = await Promise.all([
    readMoveTimes(ctx, movable),
    readCheckInTimes(
      ctx,
      found.map(({ id }) => id),
    ),
    Promise.all(found.map(({ id }) => hasSession(ctx, id))),
  ]);
  return {
    bookings: bookings.map((booking, index) => ({
      booking,
      starts: starts.get(booking.id) ?? [],
      hasSession: came[index] ?? false,
      checkIn: checkIns.get(booking.id) ?? null,
      isOpen: Date.parse(checkIns.get(booking.id)?.opensAt ?? "") <= ctx.clock.now().getTime(),
    })),
    isGuess: found.some(({ isGuess }) => isGuess),
    stations: matches.filter(({ type }) => type === "Station"),
  };
}

async function hasSession(ctx: Context, bookingId: string): Promise<boolean> {
  const query = ListSessions.parse({ bookingId });
  const { total } = await listSessions(ctx, { ...query, page: 1, limit: 1 });
  return total > 0;
}
