import type { Waiting } from "@/components/shell/nav";
import { listBookings } from "@/lib/charging/bookings";
import { ListBookings } from "@/lib/charging/bookings/schema";
import { waitingExceptions } from "@/app/_console/exceptions/waiting-exceptions";
import { isAppError } from "@/lib/core/errors";
import { browserRequest, pageError } from "@/lib/http/browser-context";

/** How many bookings wait to be approved or are in conflict, and how many refused acts nobody settled: for the navigation. */
export async function waitingOffice(): Promise<Waiting> {
  try {
    const { ctx } = await browserRequest();
    const count = async (query: object) => {
      const asked = ListBookings.parse({ view: "upcoming", ...query });
      return (await listBookings(ctx, { ...asked, page: 1, limit: 1 })).total;
    };
    const [bookings, conflicts, exceptions] = await Promise.all([
      count({ status: "Pending" }),
      count({ conflict: "true" }),
      waitingExceptions(ctx),
    ]);
    return { bookings, conflicts, exceptions };
  } catch (error) {
    // Whoever may see no bookings has no business here: the page says so.
    if (isAppError(error)) return {};
    throw pageError(error);
  }
}
