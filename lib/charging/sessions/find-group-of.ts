import type { Context } from "@/lib/core/context";
import { findGroups, groupKey } from "@/lib/sites/schedules/inside";

import { findPlaces } from "./store/sessions";

/** The number of the group of places to which a connector of the station belongs; undefined for none that is in service. */
export async function findGroupOf(
  ctx: Context,
  stationId: string,
  connectorId: string | undefined,
): Promise<number | undefined> {
  if (connectorId === undefined) return undefined;
  const places = await findPlaces(ctx, stationId);
  const place = places.find(({ id }) => id === connectorId.toLowerCase());
  const groups = await findGroups(ctx, [stationId]);
  return place && groups.find((group) => groupKey(group) === groupKey(place))?.number;
}
