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
  /** The reader's car, of which the plug comes where the address says nothing. */
  readonly car: VehicleView | undefined;
}

/**
 * The slots from a start that can be booked, and for which plug: the one that is asked for; else the best one here
 * that fits the reader's car and has a place; else any, since somebody may come with another car.
 */
export async function readRun(ctx: Context, station: StationView, { startsAt, need, car }: Asked) {
  const { maxSlotsPerBooking: most } = await readPublishedSettings(ctx, {
    stationId: station.id,
    businessId: station.businessId,
  });
  const plugs = asksAny(need)
    ? []
    : plugsForCar(alikePlaces(station.connectors), car?.standards ?? []);
  const read = async (need: CarNeed) => {
    const run = await readFreeRun(ctx, {
      stationId: station.id,
      startsAt,
      most,
      ...needInput(need),
    });
    return { ...run, need };
  };
  for (const plug of plugs) {
    const found = await read({ ...anyNeed, plug });
    if (found.slots.length > 0) return found;
  }
  return read(need);
}
