import { canUse, joinsOwn, mayMove, parkTogether, roomAmong } from "./groups";
import { holders, isOpen, meets, type Booking, type Model, type Station } from "./model";

/*
 * Who is flagged when a station's places come or go is not foretold, since of several who could make room any may: it
 * is read from the tables and judged by the rule's words (product.md, Slot; docs/decisions/place-groups.md).
 */

/**
 * Lets the station's bookings that have not begun be flagged and have their places as the tables say, which the deed's
 * end judges; returns those whose flag changed.
 */
export function flag(model: Model, station: Station): Booking[] {
  const { groupOf, conflictOf, judged } = model.seen;
  const before = parted(model, station);
  const was = new Map(before.open.map((booking) => [booking, { ...booking }]));
  const expected = judged.has(station) ? null : expectedOf(model, station, before);
  for (const booking of before.open) {
    booking.conflict = conflictOf(booking.id);
    if (booking.conflict === null) booking.group = groupOf(booking.id);
  }
  judged.set(station, () => {
    if (expected) judgeChange(model, station, expected, was);
    judgeEnd(model, station);
  });
  return before.open.filter((booking) => booking.conflict !== was.get(booking)?.conflict);
}

/** The same where anybody of the station is flagged, after a booking gave its place back. */
export const settleFlags = (model: Model, station: Station): Booking[] =>
  model.bookings.some((booking) => booking.station === station && booking.conflict)
    ? flag(model, station)
    : [];

const ahead = ({ now }: Model, station: Station): Station => ({
  ...station,
  slots: station.slots.filter(({ end }) => end > now),
});

/** Those who stand where they stand, and those about whom there is something to decide, by where they lie. */
function parted(model: Model, station: Station) {
  const live = holders(model, station).filter(({ end }) => end > model.now);
  const isFree = (booking: Booking) => isOpen(booking) && booking.start > model.now;
  const open = live.filter(isFree);
  const isOutside = (booking: Booking) => {
    let covered = booking.start;
    for (const slot of station.slots.filter((one) => meets(one, booking))) {
      if (slot.start <= covered) covered = slot.end;
    }
    return covered < booking.end;
  };
  return {
    open,
    standing: live.filter((booking) => !isFree(booking)),
    outside: open.filter(isOutside),
    inside: open.filter((booking) => !isOutside(booking)),
  };
}

/** Adds those who have a place in their own group beside those before them; answers who. */
function keep(model: Model, station: Station, placed: Booking[], those: readonly Booking[]) {
  return those.filter((booking) => {
    const isIn = joinsOwn(ahead(model, station), placed, booking);
    // As it is now, whatever becomes of it.
    if (isIn) placed.push({ ...booking, conflict: null });
    return isIn;
  });
}

/** What the change must come to: who keeps a place, and whether the first of the others finds one. */
function expectedOf(model: Model, station: Station, before: ReturnType<typeof parted>) {
  const placed = [...before.standing];
  const kept = keep(
    model,
    station,
    placed,
    before.inside.filter(({ conflict }) => conflict === null),
  );
  const stays = new Set(keep(model, station, placed, before.outside).map(({ id }) => id));
  const [first] = before.inside
    .filter((one) => !kept.includes(one))
    .toSorted((one, other) => Number(one.conflict !== null) - Number(other.conflict !== null));
  const movable = (one: Booking) => !stays.has(one.id) && mayMove(model, one);
  const room = first && roomAmong(ahead(model, station), placed, first, { movable });
  return { kept, first, finds: Boolean(room) };
}

function judgeChange(
  model: Model,
  station: Station,
  { kept, first, finds }: ReturnType<typeof expectedOf>,
  was: ReadonlyMap<Booking, Booking>,
): void {
  const { inside, outside } = parted(model, station);
  const isMoved = (booking: Booking) => booking.group !== was.get(booking)?.group;
  for (const booking of kept) {
    assert(booking.conflict === null, booking, "fits its own group, and is flagged");
    assert(!isMoved(booking) || mayMove(model, booking), booking, "was moved, and may not be");
  }
  if (first) assert(!finds || first.conflict === null, first, "finds room, and is flagged");
  const settled = inside.filter((one) => !kept.includes(one) && one.conflict === null);
  const moved = kept.filter(isMoved);
  if (moved.length > 2 * settled.length) {
    throw new Error(`More were moved than anybody needed: ${moved.map(({ id }) => id).join()}`);
  }
  for (const booking of outside) assert(!isMoved(booking), booking, "is outside, and was moved");
}

/** Who is flagged has no way to a place, even where two others go elsewhere, and all the rest have one each. */
function judgeEnd(model: Model, station: Station): void {
  const left = ahead(model, station);
  const { standing, inside, outside } = parted(model, station);
  for (const booking of outside) {
    assert(booking.conflict === "OutsideSlots", booking, "is outside, and not flagged so");
  }
  const placed = inside.filter(({ conflict }) => conflict === null);
  for (const booking of placed) {
    assert(canUse(station.kinds.get(booking.group), booking.need), booking, "does not suit");
  }
  parkTogether(left, standing, placed);
  const all = [...standing, ...placed];
  for (const booking of inside.filter(({ conflict }) => conflict !== null)) {
    assert(booking.conflict === "OverCapacity", booking, "is flagged as outside, and is not");
    const beside = [...all];
    const stays = new Set(keep(model, station, beside, outside).map(({ id }) => id));
    const movable = (one: Booking) => !stays.has(one.id) && mayMove(model, one);
    const room = roomAmong(left, beside, booking, { movable });
    assert(room === null, booking, "finds room, and is flagged");
  }
}

function assert(isSo: boolean, { id, group, conflict }: Booking, what: string): void {
  if (!isSo) throw new Error(`A booking ${what}: ${id} in ${group}, ${conflict ?? "not flagged"}`);
}
