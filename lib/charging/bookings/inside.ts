export { names } from "./answer-names";
export { ports } from "./answer-ports";
export { admitBooking } from "./admit-booking";
export { completeBooking } from "./complete-booking";
export { findAwaited } from "./find-awaited";
export { findComing } from "./find-coming";
export { futureBookings } from "./count-future-bookings";
export { invariants } from "./check-bookings";
export { flagConflicts } from "./flag-conflicts";
export { eraser } from "./forget-person";
export { bookingView } from "./get-booking";
export { isAhead, isToldLate, judgeInstant, madeOffline } from "./judge-instant";
export { keepPastBookings, type PastBooking } from "./keep-past-bookings";
export { tellActions } from "./tell-actions";
export { calendarOf } from "./make-calendar-file";
export { markOffline } from "./mark-offline";
export { nameOverlap } from "./read-overlap";
export { findShownBooking } from "./recognize-booking";
export { rangeOf, wholeSlots } from "./cut-ranges";
export { atStation, estimateCharge, refuseStart, refuseTaking } from "./rules";
export {
  asBooking,
  findHeldTimes,
  hasOverlap,
  lockBookingRow,
  selectBookings,
  type Booking,
  type BookingRow,
} from "./store/bookings";
export { findLiveQrs, type QrRow } from "./store/qr-tokens";
export { takeWalkUp, type WalkUp } from "./take-walk-up";
export { viewBooking } from "./view";
export { jobs } from "./jobs";
export { changeGroup } from "./change-group";
export { needOf } from "./claim-range";
export { leaving } from "./leave-bookings";
export { holdings } from "./tell-holdings";
