import type { SQL } from "drizzle-orm";

import type { Context } from "@/lib/core/context";

declare module "@/lib/core/context" {
  interface Ports {
    /** stations: the one business that runs all these stations; null when there is none, or several. */
    businessOfStations(ctx: Context, stationIds: readonly string[]): Promise<string | null>;
    /** stations: the id of the business that runs the station, as a value within a statement. */
    businessIdOf(stationId: string): SQL<string>;
    /** businesses: throws `business.not_found` or `business.not_active` unless the business is Active. */
    assertBusinessActive(ctx: Context, businessId: string): Promise<void>;
  }
}
