import { futureBookings } from "./count-future-bookings";
import { bookingClaims } from "./find-booking-claims";
import { hasBookedAt } from "./store/booked-at";
import { misfitBookings } from "./find-misfit-bookings";
import { flagConflicts } from "./flag-conflicts";

/** What this room answers to the questions of lower ones, bound in `lib/process/wiring.ts`. */
export const ports = { bookingClaims, flagConflicts, misfitBookings, futureBookings, hasBookedAt };
