import type { SQL, SQLWrapper } from "drizzle-orm";

import type { Eraser } from "@/lib/core/eraser";

declare module "@/lib/core/context" {
  interface Ports {
    /** Every room that keeps something of people: how it forgets one. */
    erasers(): readonly Eraser[];
    /** bookings: in a statement, whether the user of that id has ever booked at a station of the business. */
    hasBookedAt(businessId: string, ownerId: SQLWrapper): SQL<boolean>;
  }
}
