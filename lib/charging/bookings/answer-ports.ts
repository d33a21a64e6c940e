import { futureBookings } from "./count-future-bookings";
import { heldRanges } from "./find-held-ranges";
import { misfitBookings } from "./find-misfit-bookings";
import { flagConflicts } from "./flag-conflicts";

/** What this room answers to the questions of lower ones, bound in `lib/process/wiring.ts`. */
export const ports = { heldRanges, flagConflicts, misfitBookings, futureBookings };
