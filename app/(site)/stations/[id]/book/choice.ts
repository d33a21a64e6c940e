import type { ShownSlot } from "@/components/station/slot-days";
import type { Context } from "@/lib/core/context";
import type { StationView } from "@/lib/sites/stations/schema";

/** What is being booked: the chosen slots, of those that could be. */
export interface Choice {
  readonly run: readonly ShownSlot[];
  readonly count: number;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** What each part of the page is given. */
export interface Part {
  ctx: Context;
  station: StationView;
  choice: Choice;
}
