import type { CarNeed } from "@/components/station/car-need";
import type { Context } from "@/lib/core/context";
import type { StationView } from "@/lib/sites/stations/schema";

/** What is being booked: the chosen slots, of those that could be, and for which car. */
export interface Choice {
  readonly run: readonly { readonly startsAt: string; readonly endsAt: string }[];
  readonly count: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly need: CarNeed;
  /** The place that is held for the reader, which is booked with this. */
  readonly offerId?: string;
}

/** What each part of the page is given. */
export interface Part {
  ctx: Context;
  station: StationView;
  choice: Choice;
}
