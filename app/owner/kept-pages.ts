import { listBookings } from "@/lib/charging/bookings";
import { ListBookings } from "@/lib/charging/bookings/schema";
import { isAppError } from "@/lib/core/errors";
import { browserRequest, pageError } from "@/lib/http/browser-context";

/** So many bookings to come open without network, the next first. */
const mostBookings = 10;

/** What opens without network from the first visit on: the list, the codes, and the bookings to come. */
export async function keptPages(): Promise<readonly string[]> {
  const always = ["/owner", "/owner/bookings", "/owner/qr", "/owner/profile"];
  try {
    const { ctx } = await browserRequest();
    const query = ListBookings.parse({ view: "upcoming" });
    const { items } = await listBookings(ctx, { ...query, page: 1, limit: mostBookings });
    return [...always, ...items.map(({ id }) => `/owner/bookings/${id}`)];
  } catch (error) {
    // Whoever has no bookings has no business here: the page says so.
    if (isAppError(error)) return always;
    throw pageError(error);
  }
}
