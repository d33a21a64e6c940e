import { z } from "zod";

import { weekdays } from "@/lib/core/calendar";
import {
  fromBeforeTo,
  idOf,
  inDigits,
  instant,
  instantView,
  moneyView,
  positionText,
  within,
} from "@/lib/core/fields";

/** What a driver wants; whatever is left out is what the driver usually does. */
export const SuggestCharging = z
  .object({
    /** Stations within 25 km of here; else of the stations of the last 10 own sessions. */
    near: positionText.optional(),
    /** Now at the earliest, and now by default. */
    from: instant.optional(),
    /** 48 hours after `from` by default, and at the latest. */
    to: instant.optional(),
    /** As long as one's own sessions usually take by default, and 60 at first. */
    minutes: inDigits(within(z.int(), 1, 10_080)).optional(),
    /** As much as one's own sessions usually take by default, and 20 at first. */
    kwh: inDigits(within(z.number(), 0.1, 1_000)).optional(),
  })
  .refine(...fromBeforeTo);
export type SuggestCharging = z.infer<typeof SuggestCharging>;

export const SuggestOperations = z.object({
  /** One of the office's stations; by default the busiest of them. */
  stationId: idOf("station_id").optional(),
});
export type SuggestOperations = z.infer<typeof SuggestOperations>;

// ── What goes out ────────────────────────────────────────────────────────────────────────────────

/** What a score is made of, in the order in which it is told. */
export const partName = z.enum(["distance", "price", "room", "habit", "reliability"]);
export type PartName = z.infer<typeof partName>;

export const Suggestion = z.object({
  station: z.object({
    id: z.uuid(),
    name: z.string(),
    address: z.string(),
    timeZone: z.string(),
    location: z.object({ lat: z.number(), lng: z.number() }),
  }),
  startsAt: instantView,
  endsAt: instantView,
  /** As many of the station's slots. */
  slots: z.int(),
  /** For these minutes and this energy at the price of now, tax included. */
  estimate: moneyView,
  /** Of 100. */
  score: z.int(),
  /** They sum to the score, and what each could give to 100. */
  parts: z.array(z.object({ name: partName, points: z.int(), of: z.int(), words: z.string() })),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const Suggestions = z.object({
  /** Of the rules that the scores follow. */
  version: z.literal(1),
  from: instantView,
  to: instantView,
  /** What the prices were reckoned with. */
  minutes: z.int(),
  kWh: z.number(),
  /** The best first, five at most, a station once. */
  suggestions: z.array(Suggestion),
});
export type Suggestions = z.infer<typeof Suggestions>;

const station = z.object({ id: z.uuid(), name: z.string(), timeZone: z.string() });

export const QuietWindow = z.object({
  station,
  startsAt: instantView,
  endsAt: instantView,
  /** Places that can be booked then, and those that are, at the fullest. */
  places: z.int(),
  booked: z.int(),
  /** What share of the places was taken at that hour of the weekday, and in how many of the last 4 weeks. */
  usualShare: z.number(),
  weeks: z.int(),
});
export type QuietWindow = z.infer<typeof QuietWindow>;

export const SoldOut = z.object({
  station,
  weekday: z.enum(weekdays),
  /** By the station's clock; `24:00` is the end of the day. */
  from: z.string(),
  to: z.string(),
  /** In so many of the last 4 weeks no place was left all that time, of so many in which it was offered. */
  weeks: z.int(),
  offeredWeeks: z.int(),
});
export type SoldOut = z.infer<typeof SoldOut>;

export const FailingConnector = z.object({
  station,
  connectorId: z.uuid(),
  number: z.int(),
  /** Of the last 30 days: sessions that ended, and those of them that were aborted. */
  sessions: z.int(),
  failed: z.int(),
  stationSessions: z.int(),
  stationFailed: z.int(),
});
export type FailingConnector = z.infer<typeof FailingConnector>;

export const Operations = z.object({
  version: z.literal(1),
  quietWindows: z.array(QuietWindow),
  soldOut: z.array(SoldOut),
  failingConnectors: z.array(FailingConnector),
});
export type Operations = z.infer<typeof Operations>;
