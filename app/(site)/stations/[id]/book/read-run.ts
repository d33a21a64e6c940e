import { anyNeed, asksAny, type CarNeed, needInput } from "@/components/station/car-need";
import { plugsForCar } from "@/components/station/car-places";
import { alikePlaces } from "@/components/station/place-groups";
import type { Context } from "@/lib/core/context";
import { readPublishedSettings } from "@/lib/records/settings";
import type { VehicleView } from "@/lib/sites/drivers/schema";
import { readFreeRun } from "@/lib/sites/schedules";
import type { StationView } from "@/lib/sites/stations/schema";

interface Asked {
  readonly startsAt: Date;
  /** What the address asks for. */
  readonly need: CarNeed;
  /** The reader's car that comes, of which the plug counts where the address says nothing. */
  readonly car: VehicleView | undefined;
}

/** The slots from a start that can be booked, what for, and how many places are left that the car cannot use. */
export interface Run extends Awaited<ReturnType<typeof readFreeRun>> {
  readonly need: CarNeed;
  /** Whether the reader's car asks for that, and not the address. */
  readonly isByCar: boolean;
  /** The car for which nothing is here: no plug of its, or none that is free. */
  readonly lacks: { readonly car: VehicleView; readonly hasPlug: boolean } | null;
}

/**
 * The slots from a start that can be booked, and for which plug: the one that is asked for, else the best one here
 * that fits the reader's car and has a place. A place that the car cannot use is not offered for it: who comes with
 * another says so.
 */
export async function readRun(
  ctx: Context,
  station: StationView,
  { startsAt, need, car }: Asked,
): Promise<Run> {
  const { maxSlotsPerBooking: most } = await readPublishedSettings(ctx, {
    stationId: station.id,
    businessId: station.businessId,
  });
  const read = async (need: CarNeed) => {
    const asked = { stationId: station.id, startsAt, most, ...needInput(need) };
    return { ...(await readFreeRun(ctx, asked)), need, isByCar: false, lacks: null };
  };
  if (asksAny(need) || !car || car.standards.length === 0) return read(need);
  const plugs = plugsForCar(alikePlaces(station.connectors), car.standards);
  const runs: Run[] = [];
  for (const plug of plugs) {
    const found = await read({ ...anyNeed, plug });
    if (found.slots.length > 0) return { ...found, isByCar: true };
    runs.push(found);
  }
  return {
    ...(runs[0] ?? (await read(need))),
    slots: [],
    lacks: { car, hasPlug: plugs.length > 0 },
  };
}
