import { futureBookings } from "./count-future-bookings";
import { bookingClaims, placeHolders } from "./find-booking-claims";
import { hasBookedAt } from "./store/booked-at";
import { misfitBookings } from "./find-misfit-bookings";
import { flagConflicts } from "./flag-conflicts";
import { setGroups as changeGroups } from "./store/conflicts";

/** What this room answers to the questions of lower ones, bound in `lib/process/wiring.ts`. */
export const ports = {
  bookingClaims,
  placeHolders,
  changeGroups,
  flagConflicts,
  misfitBookings,
  futureBookings,
  hasBookedAt,
};
