import { approve, cancel, move, reject } from "@/app/_console/bookings/actions";

/** Where bookings have their pages. */
export const path = "/backoffice/bookings";

/** What can be done with a booking of the day. */
export const dayActions = { approve, reject, cancel, move };
