import { toldBooking } from "@/lib/charging/bookings/told-booking";
import { newBookingNumber, newId } from "@/lib/core/ids";

import { hours } from "./test-clock";
import { testStart } from "./world";

/** What events tell of a booking that is nowhere, a day after the tests' start. */
export const anyToldBooking = (of: { id?: string; ownerId?: string } = {}) =>
  toldBooking({
    id: newId(),
    ownerId: newId(),
    number: newBookingNumber(),
    startsAt: new Date(testStart.getTime() + hours(24)),
    endsAt: new Date(testStart.getTime() + hours(25)),
    ...of,
  });
