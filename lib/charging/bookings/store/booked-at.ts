import { type SQL, sql, type SQLWrapper } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";

/** In a statement, whether the user of that id has ever booked at a station of the business, whatever came of it (a port). */
export const hasBookedAt = (businessId: string, ownerId: SQLWrapper): SQL<boolean> =>
  sql<boolean>`exists (
    select from ${bookings}
    where ${bookings.ownerId} = ${ownerId} and ${bookings.businessId} = ${businessId}
  )`;
