import type { Context } from "@/lib/core/context";
import { openTo } from "@/lib/core/permissions";
import { getStation } from "@/lib/sites/stations/inside";

import { findRoom, rowsOf } from "./find-room";
import { layOut } from "./lay-out";
import { needIn } from "./place-groups";
import { timesOf, type TimeSlot } from "./rules";

/** What a car asks for, and from when on. */
interface Asked {
  readonly stationId: string;
  readonly startsAt: Date;
  readonly most: number;
  readonly standard?: readonly string[] | undefined;
  readonly minPowerKw?: number | undefined;
}

/** The slots that a car may take from a start on, in order. */
interface FreeRun {
  readonly slots: readonly { readonly startsAt: string; readonly endsAt: string }[];
  /** Places left in the slot of that start, whether they suit the car or not. */
  readonly left: number;
}

/**
 * The slots from `startsAt` on that follow each other without a gap, and in all of which a car that asks for this
 * finds one place of its own: what a booking from there may take, at most `most` slots. Exactly as a booking would
 * find it, with bookings that may move to other places moved; so it is for one start, and not for a week of them.
 * Beside it how many places are left in the first slot, whichever. Throws `station.not_found`.
 */
export async function readFreeRun(
  ctx: Context,
  { stationId, startsAt, most, ...asked }: Asked,
): Promise<FreeRun> {
  openTo(ctx, "station.read");
  await getStation(ctx, stationId);
  if (startsAt <= ctx.clock.now()) return { slots: [], left: 0 };
  const { lot, held, slots } = await layOut(ctx, stationId, { from: startsAt, to: "look" });
  const times = timesOf(slots);
  const need = needIn(asked);
  const rows = rowsOf({ groups: lot.groups, held });
  const run: TimeSlot[] = [];
  for (const slot of times.filter((time) => time.startsAt >= startsAt).slice(0, most)) {
    const range = { startsAt, endsAt: slot.endsAt };
    if (!lot.covers(range)) break;
    if (!findRoom(rows, lot.stayOf(range), need)) break;
    run.push(slot);
  }
  const first = times.find((time) => time.startsAt.getTime() === startsAt.getTime());
  return {
    slots: run.map((slot) => ({
      startsAt: slot.startsAt.toISOString(),
      endsAt: slot.endsAt.toISOString(),
    })),
    left: first?.remaining ?? 0,
  };
}
