import { z } from "zod";

import { fault } from "@/lib/core/fault";
import { day, idOf, lineOfText } from "@/lib/core/fields";

/** Why a station is closed on a day, as drivers read it. */
export const closingReason = lineOfText(80);

export const WindowView = z.object({ start: z.string(), end: z.string() });

/** What a date does otherwise than its weekday. */
export const ExceptionView = z.object({
  date: z.iso.date(),
  closed: z.boolean(),
  windows: z.array(WindowView),
  /** Why, in words that drivers see. */
  reason: z.string().optional(),
});

/** The days on which many stations are closed at once. */
export const CloseDates = z.strictObject({
  stationIds: z
    .array(idOf("station_id"))
    .min(1, fault("empty"))
    .max(1_000, fault("at_most", { most: 1_000 })),
  dates: z
    .array(z.strictObject({ date: day, reason: closingReason.optional() }))
    .min(1, fault("empty"))
    .max(60, fault("at_most", { most: 60 })),
});
export type CloseDates = z.infer<typeof CloseDates>;

/** What closing would hit: bookings that would need a decision, soonest first. */
export interface ClosingPreview {
  readonly stations: number;
  /** Those of them that are closed on all of the days already, for the same reasons: closing changes nothing there. */
  readonly unchanged: number;
  readonly bookings: readonly {
    readonly id: string;
    readonly number: string;
    readonly ownerName: string;
    readonly stationName: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly timeZone: string;
  }[];
}

/** How many stations are changed on the days now, and the names of those whose schedule could not be. */
export interface DatesSet {
  readonly stations: number;
  readonly refused: readonly { readonly id: string; readonly name: string }[];
}

/** How many of one's stations are closed on a day already, for one reason or without any. */
export interface ClosedCount {
  readonly date: string;
  readonly reason: string | null;
  readonly stations: number;
}

/** A public holiday of a country. */
export interface Holiday {
  readonly date: string;
  readonly name: string;
  /** In which language it is named (BCP 47). */
  readonly lang: string;
}

/** A day on which a station is closed otherwise than usual. */
export interface ClosedDay {
  readonly date: string;
  readonly reason: string | null;
}
