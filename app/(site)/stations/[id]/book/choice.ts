import type { CarNeed } from "@/components/station/car-need";
import type { estimateBooking } from "@/lib/charging/bookings";
import type { Context } from "@/lib/core/context";
import type { VehicleView } from "@/lib/sites/drivers/schema";
import type { StationView } from "@/lib/sites/stations/schema";

/** What is being booked: the chosen slots, of those that could be, and for which car. */
export interface Choice {
  readonly run: readonly { readonly startsAt: string; readonly endsAt: string }[];
  readonly count: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly need: CarNeed;
  /** Whether the car asks for that, so that another of the reader's asks for its own. */
  readonly isByCar?: boolean;
  /** Which car comes, where the address says so. */
  readonly comes?: string | undefined;
  /** The place that is held for the reader, which is booked with this. */
  readonly offerId?: string;
  /** Until when it is held. */
  readonly offerEndsAt?: string | undefined;
}

/** What each part of the page is given. */
export interface Part {
  ctx: Context;
  station: StationView;
  choice: Choice;
}

/** The same for what asks which car comes: those of the reader, the default first. */
export interface WithCars extends Part {
  readonly cars: readonly VehicleView[];
  /** Whether none of these comes. */
  readonly isOther: boolean;
}

/** The same for what says what it will probably cost; null where the station has no price. */
export interface Priced extends Part {
  estimate: Awaited<ReturnType<typeof estimateBooking>>;
}
