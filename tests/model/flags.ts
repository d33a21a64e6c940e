import { groupBeside } from "./groups";
import { holders, isOpen, meets, type Booking, type Model, type Station } from "./model";

/**
 * Flags the station's bookings that somebody must decide about, and clears the flags of those that fit; returns
 * those changed. Who has begun has a place; then who booked first; whoever fits another kind of places goes there.
 */
export function flag(model: Model, station: Station): Booking[] {
  const live = holders(model, station).filter(({ end }) => end > model.now);
  const slots = station.slots.filter(({ end }) => end > model.now);
  const ahead = { ...station, slots };
  const mayChange = (booking: Booking) => isOpen(booking) && booking.start > model.now;
  const placed: Booking[] = live.filter((booking) => !mayChange(booking));
  return live.filter(mayChange).filter((booking) => {
    let covered = booking.start;
    for (const slot of slots.filter((one) => meets(one, booking))) {
      if (slot.start <= covered) covered = slot.end;
    }
    const isOutside = covered < booking.end;
    const group = groupBeside(ahead, placed, booking);
    const conflict = isOutside ? "OutsideSlots" : group === null ? "OverCapacity" : null;
    if (group !== null && !isOutside) booking.group = group;
    if (group !== null) placed.push({ ...booking, group });
    const isChanged = booking.conflict !== conflict;
    booking.conflict = conflict;
    return isChanged;
  });
}

/** The same where anybody of the station is flagged, after a booking gave its place back. */
export const settleFlags = (model: Model, station: Station): Booking[] =>
  model.bookings.some((booking) => booking.station === station && booking.conflict)
    ? flag(model, station)
    : [];
