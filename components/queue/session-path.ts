/** Where a session's card is, by its booking: a path that a phone keeps, whatever it asks for. */
export function sessionPath(bookingId: string, step?: "finish"): string {
  const query = new URLSearchParams({ booking: bookingId, ...(step && { step }) });
  return `/operator/session?${query}`;
}
