export { names } from "./answer-names";
export { ports } from "./answer-ports";
export { admitBooking } from "./admit-booking";
export { completeBooking } from "./complete-booking";
export { futureBookings } from "./count-future-bookings";
export { flagConflicts } from "./flag-conflicts";
export { bookingView } from "./get-booking";
export type { Booking, BookingRow } from "./store/bookings";
export { jobs } from "./jobs";
