import type { AssignableStation } from "@/components/operator/station-checklist";
import { type Search, textOf } from "@/components/table/table-state";
import type { Context } from "@/lib/core/context";

import { ownStations } from "../stations/own-stations";
import { allBusinesses, type BusinessChoice } from "./all-businesses";

/**
 * What an admin narrows a list to: any business, and the stations of the one that the address names. A station of the
 * business that was chosen before counts for nothing (docs/decisions/admin-works-in-the-offices-pages.md).
 */
export async function choosePlaces(
  ctx: Context,
  search: Search,
): Promise<{
  readonly businesses: readonly BusinessChoice[];
  readonly stations: readonly AssignableStation[];
  readonly search: Search;
}> {
  const businesses = await allBusinesses(ctx);
  const business = businesses.find(({ id }) => id === textOf(search, "businessId"));
  const stations = business ? await ownStations(ctx, business.id) : [];
  const isElsewhere = business && stations.every(({ id }) => id !== textOf(search, "stationId"));
  return {
    businesses,
    stations,
    search: isElsewhere ? { ...search, stationId: undefined } : search,
  };
}
