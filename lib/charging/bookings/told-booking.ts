import type { BookingState } from "./rules";

/** What every event about a booking says of it, for those who hear of it and cannot ask. */
export const toldBooking = ({
  id,
  ownerId,
  number,
  startsAt,
  endsAt,
}: Pick<BookingState, "id" | "ownerId" | "number" | "startsAt" | "endsAt">) => ({
  bookingId: id,
  ownerId,
  number,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});
