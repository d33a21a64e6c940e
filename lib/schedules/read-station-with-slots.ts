import type { Context } from "@/lib/core/context";
import { readStation } from "@/lib/stations";

import { readAvailability } from "./read-availability";
import type { StationWithSlots } from "./schema";

/**
 * A station's facts and its slots of the next 7 days with the places left, for everybody (000-65). Slots that have
 * begun are left out. Throws `station.not_found`.
 */
export async function readStationWithSlots(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<StationWithSlots> {
  const station = await readStation(ctx, id);
  return { ...station, slots: await readAvailability(ctx, { stationId: id }) };
}
