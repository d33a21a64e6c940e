/** What the address of a session's card ends with while it is being finished. */
export const finishHash = "#finish";

/** Where a session's card is, by its booking: a path that a phone keeps, whatever it asks for. */
export function sessionPath(bookingId: string, step?: "finish"): string {
  const query = new URLSearchParams({ booking: bookingId });
  return `/operator/session?${query}${step ? finishHash : ""}`;
}

/** The gate at which a booking's code is asked for: a path that a phone keeps as well. */
export const gatePath = (bookingId: string): string =>
  `/operator/scan?${new URLSearchParams({ booking: bookingId })}`;
