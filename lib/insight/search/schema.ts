import { z } from "zod";

import { bookingAction, bookingStatus } from "@/lib/charging/bookings/schema";
import { day, idOf, searchText } from "@/lib/core/fields";
import { fault } from "@/lib/core/fault";

export const ReadMatches = z
  .object({
    /** Part of a name, phone or booking number, or the beginning of an identity number, plate or receipt's number, or its end. */
    q: searchText.min(2),
    /** With days or a station, their bookings are also found by owner and by the station's name. */
    from: day.optional(),
    to: day.optional(),
    stationId: idOf("station_id").optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    error: fault("days_backwards"),
  });
export type ReadMatches = z.infer<typeof ReadMatches>;

/** At most so many of a kind are found. */
export const mostMatches = 8;

export const matchType = z.enum(["Station", "Booking", "Owner", "Operator", "Business"]);
export type MatchType = z.infer<typeof matchType>;

export const Match = z.object({
  type: matchType,
  id: z.uuid(),
  title: z.string(),
  subtitle: z.string(),
  /** Of an owner, or of a booking's. */
  ownerNic: z.string().optional(),
  /** Of a booking: when it begins, and by whose clock. */
  startsAt: z.iso.datetime().optional(),
  timeZone: z.string().optional(),
  /** Of a booking: how it stands, and what the searcher may do with it now. */
  status: bookingStatus.optional(),
  can: z.array(bookingAction).optional(),
  /** An owner who never booked with the searcher's business, and so is nobody of its own. */
  isStranger: z.boolean().optional(),
  /** Found by what resembles it, because nothing holds what was typed. */
  isGuess: z.boolean().optional(),
});
export type Match = z.infer<typeof Match>;

export const Matches = z.object({ q: z.string(), matches: z.array(Match) });
export type Matches = z.infer<typeof Matches>;
