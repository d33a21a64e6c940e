import { dayOf, type Search, textOf } from "@/components/table/table-state";
import { listBookings } from "@/lib/charging/bookings";
import { type BookingView, ListBookings } from "@/lib/charging/bookings/schema";
import type { CalendarDay } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { readMatches } from "@/lib/insight/search";
import { countAll } from "./count-all";
import { ReadMatches, type Match, type MatchType } from "@/lib/insight/search/schema";

/** What the address asks for; what makes no sense there counts as not said. */
export interface Asked {
  readonly q: string | undefined;
  readonly stationId: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export interface Bookings {
  readonly items: readonly BookingView[];
  readonly total: number;
}

export interface Results {
  readonly asked: Asked;
  readonly matches: Readonly<Record<Exclude<MatchType, "Owner">, readonly Match[]>>;
  /** Each with the latest bookings of the days asked for; without, who has no identity number to ask for them by. */
  readonly owners: readonly { readonly owner: Match; readonly bookings: Bookings | null }[];
  /** The bookings of a station or of days, where no text was given. */
  readonly bookings: Bookings | null;
  /** How many there are in all, of kinds of which the first alone are shown. */
  readonly totals: Partial<Record<MatchType, number>>;
  readonly isEmpty: boolean;
  /** The day that the words named, of which all these are. */
  readonly saidDay?: CalendarDay;
}

const { q: text, stationId: station } = ReadMatches.shape;

/** Reads the address. */
export function readAsked(search: Search): Asked {
  return {
    q: text.safeParse(textOf(search, "q")).data,
    stationId: station.safeParse(textOf(search, "stationId")).data,
    from: dayOf(search, "from"),
    to: dayOf(search, "to"),
  };
}

/** What was typed, apart from the day that its words name. */
export type SaidWords = { readonly q: string | undefined; readonly day: CalendarDay };

/**
 * Everything that the search page shows where the words may name a day: what is found on it, and where nothing is, what
 * holds the words as they are. Days that were chosen go before words.
 */
export async function findSaid(
  ctx: Context,
  asked: Asked,
  home: string,
  said: SaidWords | null,
): Promise<Results | null> {
  if (said && (asked.from ?? asked.to) === undefined) {
    const { q, day } = said;
    const narrow = { ...asked, q: text.safeParse(q).data, from: day, to: day };
    const found = await findResults(ctx, narrow, home);
    if (found && (!found.isEmpty || q === undefined)) return { ...found, saidDay: day };
  }
  return findResults(ctx, asked, home);
}

/** Everything that the search page shows, or null where nothing was asked for. */
export async function findResults(
  ctx: Context,
  asked: Asked,
  home: string,
): Promise<Results | null> {
  const { q, stationId, from, to } = asked;
  if ((q ?? stationId ?? from ?? to) === undefined) return null;
  const within = { stationId, from, to };
  const found = q === undefined ? [] : (await readMatches(ctx, { q, ...within })).matches;
  const of = (type: MatchType) => found.filter((match) => match.type === type);
  const people = of("Owner");
  const each = people.length > 2 ? 2 : 5;
  const owners = await Promise.all(
    people.map(async (owner) => ({
      owner,
      bookings:
        owner.ownerNic === undefined
          ? null
          : await latest(ctx, { ...within, ownerNic: owner.ownerNic }, each),
    })),
  );
  const said = new Set(people.flatMap(({ ownerNic }) => ownerNic ?? []));
  const isSaid = ({ ownerNic }: Match) => ownerNic !== undefined && said.has(ownerNic);
  const bookings = q === undefined ? await latest(ctx, within, 20) : null;
  return {
    asked,
    matches: {
      Station: of("Station"),
      // Those of the owners found stand with them already.
      Booking: of("Booking").filter((booking) => !isSaid(booking)),
      Operator: of("Operator"),
      Business: of("Business"),
    },
    owners,
    bookings,
    // Where a day or a station is asked for, too, the lists are asked otherwise: nothing is said then.
    totals:
      q === undefined || (stationId ?? from ?? to) !== undefined
        ? {}
        : await countAll(ctx, q, home, found),
    isEmpty: found.length === 0 && (bookings?.items.length ?? 0) === 0,
  };
}

const latest = (ctx: Context, query: object, limit: number): Promise<Bookings> =>
  listBookings(ctx, { ...ListBookings.parse({ sort: "-startsAt", ...query }), page: 1, limit });
