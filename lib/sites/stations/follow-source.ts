import type { Context } from "@/lib/core/context";
import { transition } from "@/lib/core/transitions";

import { actionTo, stationMachine } from "./rules";
import type { StationStatus } from "./schema";
import { storeStationStatus } from "./store/stations";

/**
 * Gives a listed station, whose row is locked, the status that its source says. Nobody runs it, so there are no slots
 * and no bookings to think of, and nobody to tell.
 */
export async function followSource(
  ctx: Context,
  id: string,
  { from, to }: { readonly from: StationStatus; readonly to: StationStatus },
): Promise<void> {
  const station = { id, status: from, businessId: null };
  await transition(ctx, stationMachine, station, {
    action: actionTo[to],
    variant: "imported",
    payload: () => ({ stationId: id, from, to }),
    update: async (step) =>
      (await storeStationStatus(ctx, id, step)) ? { ...station, status: step.to } : null,
  });
}

/** Whether there is more to tell of a station than the status that it followed, which has told itself. */
export function saysMore(plan: {
  readonly columns: object;
  readonly status: object | null;
}): boolean {
  return plan.status === null || Object.keys(plan.columns).length > 0;
}
