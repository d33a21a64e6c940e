import type { Context } from "@/lib/core/context";
import { findGroups } from "@/lib/sites/schedules/inside";

import { getPermitted } from "./get-booking";
import { holdsPlace } from "./schema";

/** What the places are among which a booking holds one. */
export interface HeldPlace {
  readonly standards: string[];
  readonly maxPowerKw: number | null;
}

/**
 * Among which places of its station each of the bookings holds one, by its id; a booking that holds none is left out.
 * Throws `booking.not_found`.
 */
export async function readHeldPlaces(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, HeldPlace>> {
  const found = await Promise.all(ids.map((id) => getPermitted(ctx, "booking.read", id)));
  const holding = found.filter(({ status }) => holdsPlace(status));
  const groups = await findGroups(ctx, [...new Set(holding.map(({ stationId }) => stationId))]);
  return new Map(
    holding.flatMap(({ id, stationId, placeGroup }) => {
      const own = groups.find(
        (group) => group.stationId === stationId && group.number === placeGroup,
      );
      if (!own || own.standards.length === 0) return [];
      const maxPowerKw = own.powerW === null ? null : own.powerW / 1_000;
      return [[id, { standards: own.standards, maxPowerKw }] as const];
    }),
  );
}
