import type { Context } from "@/lib/core/context";
import { readStation } from "@/lib/sites/stations";

import { readAvailability } from "./read-availability";
import type { StationWithSlots } from "./schema";

/** A station's facts with its slots of the next 7 days and the places left in each. Throws station.not_found. */
export async function readStationWithSlots(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<StationWithSlots> {
  const station = await readStation(ctx, id);
  return { ...station, slots: await readAvailability(ctx, { stationId: id }) };
}
