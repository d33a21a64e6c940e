import type { Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { openTo } from "@/lib/core/permissions";
import { daySpan } from "@/lib/core/time-zones";
import { getStation } from "@/lib/sites/stations/inside";

import { findMadeRoom } from "./find-made-room";
import { needIn, suits } from "./place-groups";
import { horizonEnd, type Slot, timesOf } from "./rules";
import type { ReadAvailability, SlotView } from "./schema";
import { findGroups, findGroupSlots } from "./store/slots";
import { viewSlots } from "./view";

const defaultDays = 7;
const mostDays = 31;

/**
 * The station's slots that have not begun and start in `[from, to)`, with the places left, for everybody, or those
 * that suit the car that is asked for: the next 7 days unless asked otherwise, at most 31. Days are the station's own,
 * the last one included. A slot in which only bookings that move to other places make room has 1 left; by plug the
 * places are counted as they are.
 * Throws `station.not_found`, or `availability.range` at `to`.
 */
export async function readAvailability(
  ctx: Context,
  { stationId, ...asked }: { readonly stationId: string } & ReadAvailability,
): Promise<SlotView[]> {
  openTo(ctx, "station.read");
  const { timeZone } = await getStation(ctx, stationId);
  const now = ctx.clock.now();
  const from = instantOf(asked.from, timeZone, "from") ?? now;
  const to = instantOf(asked.to, timeZone, "to") ?? horizonEnd(from, defaultDays);
  if (to <= from || to > horizonEnd(from, mostDays + 1))
    throw failField("availability.range", "to");
  const start = from > now ? from : now;
  const slots = (await findGroupSlots(ctx, [stationId], start, to)).filter(
    ({ startsAt }) => startsAt >= start,
  );
  const groups = await findGroups(ctx, [stationId]);
  const need = needIn(asked);
  const own = groups.filter((group) => suits(group, need));
  const views = viewSlots(own, slots);
  const ranges = own.length < groups.length ? fullForSome(views, slots) : [];
  const made = new Set(
    (await findMadeRoom(ctx, stationId, { need, ranges })).map(({ view }) => view),
  );
  return views.map((view) => (made.has(view) ? { ...view, remaining: 1 } : view));
}

/** The slots that have no place left for the car and some for others, which those who hold its own might take. */
function fullForSome(views: readonly SlotView[], slots: readonly Slot[]) {
  const open = new Map(
    timesOf(slots)
      .filter(({ remaining }) => remaining > 0)
      .map((time) => [time.startsAt.toISOString(), time]),
  );
  return views.flatMap((view) => {
    const time = view.remaining === 0 ? open.get(view.startsAt) : undefined;
    return time ? [{ ...time, view }] : [];
  });
}

function instantOf(asked: Date | string | undefined, zone: string, edge: "from" | "to") {
  return typeof asked === "string" ? daySpan(asked, zone)[edge] : asked;
}
