import type { Context } from "@/lib/core/context";
import { dayMs } from "@/lib/core/durations";
import {
  findGroups,
  findGroupSlots,
  freeRuns,
  horizonEnd,
  suits,
  type Slot,
} from "@/lib/sites/schedules/inside";
import { getSettings } from "@/lib/records/settings/inside";

import { getPermitted } from "./get-booking";
import { needOf } from "./claim-range";
import { overlapping, type Range } from "./cut-ranges";
import { refuseStart } from "./rules";
import { holdsPlace, isOpen, type MoveTime } from "./schema";
import { findHeldTimes, type Booking } from "./store/bookings";

/**
 * To which times `modifyBooking` could change the owner's own booking now, the same way; no sooner and no farther ahead
 * than bookings may be. With another plug than it was booked for, its own time is among them where that has a place. Throws `booking.not_found`.
 */
export async function readChangeTimes(
  ctx: Context,
  { id, standard }: { readonly id: string; readonly standard?: readonly string[] | undefined },
): Promise<MoveTime[]> {
  const booking = await getPermitted(ctx, "booking.modify", id);
  const settings = await getSettings(ctx, booking);
  const now = ctx.clock.now();
  const times = await timesFor(ctx, [booking], standard);
  return (times.get(id) ?? []).filter(
    ({ startsAt }) => refuseStart({ startsAt: new Date(startsAt) }, now, settings) === null,
  );
}

/**
 * To which times `moveBooking` could move each of the bookings now, soonest first: runs of slots of its station, as
 * long as it is, with places left once its own are given back, where its owner has nothing else, as far ahead as
 * slots are built. A closed booking has none, and one that fits where it is does not have its own time.
 * Throws `booking.not_found`.
 */
export async function readMoveTimes(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MoveTime[]>> {
  const found = await Promise.all(ids.map((id) => getPermitted(ctx, "booking.move", id)));
  return timesFor(ctx, found);
}

async function timesFor(
  ctx: Context,
  found: readonly Booking[],
  standard?: readonly string[],
): Promise<ReadonlyMap<string, MoveTime[]>> {
  const movable = found.filter(({ status }) => isOpen(status));
  const times = new Map<string, MoveTime[]>(found.map(({ id }) => [id, []]));
  if (movable.length === 0) return times;
  const from = ctx.clock.now();
  const { slotHorizonDays } = await getSettings(ctx);
  // The end itself may still be booked, and is not within the slots asked for.
  const to = new Date(horizonEnd(from, slotHorizonDays).getTime() + 1);
  const owners = [...new Set(movable.flatMap(({ ownerId }) => ownerId ?? []))];
  const held = await findHeldTimes(ctx, owners, {
    startsAt: from,
    endsAt: new Date(to.getTime() + dayMs),
  });
  for (const [stationId, bookings] of Map.groupBy(movable, (booking) => booking.stationId)) {
    const groups = await findGroups(ctx, [stationId]);
    const slots = (await findGroupSlots(ctx, [stationId], from, to)).filter(
      (slot) => slot.startsAt > from,
    );
    const byGroup = Map.groupBy(slots, ({ group }) => group);
    for (const booking of bookings) {
      const others = held.filter(
        ({ id, ownerId }) => ownerId === booking.ownerId && id !== booking.id,
      );
      const need = standard ? { ...needOf(booking), standards: standard } : needOf(booking);
      const isOtherPlug = standard !== undefined && !standard.includes(booking.standard ?? "");
      const isElsewhere = ({ startsAt }: Range) =>
        isOtherPlug ||
        booking.conflict !== null ||
        startsAt.getTime() !== booking.startsAt.getTime();
      const suiting = groups.filter((group) => suits(group, need));
      const runs = suiting.flatMap(({ number }) => runsFor(booking, byGroup.get(number) ?? []));
      const free = inOrder(runs).filter(
        (run) => isElsewhere(run) && overlapping(run, others).length === 0,
      );
      times.set(
        booking.id,
        free.map(({ startsAt, endsAt }) => ({
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
        })),
      );
    }
  }
  return times;
}

/** Each range once, by its start. */
function inOrder(ranges: readonly Range[]): Range[] {
  const each = new Map(ranges.map((range) => [range.startsAt.getTime(), range]));
  return [...each.values()].toSorted(
    (one, other) => one.startsAt.getTime() - other.startsAt.getTime(),
  );
}

/** Every run of slots of a group exactly as long as the booking, in each slot of which it has a place or finds one. */
function runsFor(booking: Booking, slots: readonly Slot[]): Range[] {
  const length = booking.endsAt.getTime() - booking.startsAt.getTime();
  const holds = holdsPlace(booking.status) && slots[0]?.group === booking.placeGroup;
  const own = new Set(holds ? overlapping(booking, slots) : []);
  const isFree = (slot: Slot) => slot.reserved - (own.has(slot) ? 1 : 0) < slot.capacity;
  return freeRuns(slots, length, isFree).flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    return first && last ? [{ startsAt: first.startsAt, endsAt: last.endsAt }] : [];
  });
}
