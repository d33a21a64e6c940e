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
}

/** What each part of the page is given. */
export interface Part {
  ctx: Context;
  station: StationView;
  choice: Choice;
}
