import {
  approveBooking,
  cancelBooking,
  createBooking,
  modifyBooking,
  moveBooking,
  rejectBooking,
} from "@/lib/charging/bookings";
import type { BookingStatus, BookingView } from "@/lib/charging/bookings/schema";

import {
  cutoff,
  fits,
  flag,
  furthestStart,
  holdsPlace,
  horizon,
  hour,
  isCovered,
  isOpen,
  meets,
  minute,
  mostSlots,
  type Booking,
  type Model,
  type Range,
  type Station,
} from "./model";
import type { Of } from "./operations";
import { likely, taken, toldOf, toldOfFlags, toldOfSession, type Deed, type Step } from "./step";
import type { World } from "./world";

const reason = "Because";
const timesOf = ({ start, end }: Range) => ({ startsAt: new Date(start), endsAt: new Date(end) });

/** Some slots of the station that have not begun, perhaps a half hour too long; an hour of no slot where none is. */
function rangeOf(
  model: Model,
  station: Station,
  { slot, length, half }: { slot: number; length: number; half: boolean },
): Range {
  // The one before the first is in the past.
  const all = station.slots.filter(({ end }) => end > model.now);
  const index = slot % Math.max(1, all.length);
  const [first, last] = [all[index], all[Math.min(index + length, all.length) - 1]];
  if (!first || !last) return { start: model.now + hour, end: model.now + 2 * hour };
  return { start: first.start, end: last.end + (half ? 30 * minute : 0) };
}

/** Why a place cannot be had in the range, beside what else the bookings hold; null where it can. */
function refusalOf(
  model: Model,
  station: Station,
  range: Range,
  limits: { furthest: number; most: number },
): string | null {
  if (range.start <= model.now) return "booking.in_past";
  if (range.start > model.now + limits.furthest) return "booking.too_far_ahead";
  // Longer than so many of the longest slots that there can be.
  if (range.end - range.start > limits.most * 4 * hour) return "booking.too_many_slots";
  if (!isCovered(station, range)) return "booking.not_on_slots";
  const count = station.slots.filter((slot) => meets(slot, range)).length;
  if (count > limits.most) return "booking.too_many_slots";
  return fits(model, station, range) ? null : "slot.full";
}

const usual = { furthest: furthestStart, most: mostSlots };
export const isElsewhere = (model: Model, owner: number | null, range: Range, except?: Booking) =>
  owner !== null &&
  model.bookings.some(
    (one) => one !== except && one.owner === owner && holdsPlace(one) && meets(one, range),
  );
const codeOf = (view: BookingView, { start }: Range): Booking["code"] =>
  view.qr ? { text: view.qr.code, start, state: "Live" } : null;

const isPending = ({ status }: Booking) => status === "Pending";

export const create: Deed<Of<"create">> = (operation, model, world) => {
  const station = taken(model.stations, operation.station);
  const owner = world.owners[operation.owner];
  if (!station || !owner) return null;
  const range = rangeOf(model, station, operation);
  const isTwice = isElsewhere(model, operation.owner, range);
  const refusal = isTwice ? "booking.overlap" : refusalOf(model, station, range, usual);
  return {
    call: () => createBooking(world.as(owner), { stationId: station.id, ...timesOf(range) }),
    refusal: station.status === "Inactive" ? "station.inactive" : refusal,
    apply(view: BookingView) {
      const status = station.manual ? "Pending" : "Approved";
      const code = codeOf(view, range);
      const { owner } = operation;
      const none = { conflict: null, session: null, walkUp: null };
      const made = { id: view.id, owner, station, status, code, ...none };
      model.bookings.push({ ...range, ...made } as Booking);
      return [toldOf(view, "Create", null, status)];
    },
  };
};

/** A deed by which a booking gets another status, from which it may; the owner's code stays as it is. */
function change(
  model: Model,
  booking: Booking,
  way: {
    readonly action: string;
    readonly from: (booking: Booking) => boolean;
    readonly to: BookingStatus;
    readonly refusal?: string | null;
  },
  call: () => Promise<unknown>,
): Step {
  return {
    call,
    refusal: way.from(booking) ? (way.refusal ?? null) : "booking.status",
    apply: () => {
      const told = [toldOf(booking, way.action, booking.status, way.to)];
      return [...told, ...settle(model, booking, way.to)];
    },
  };
}

/** What a new status brings: whoever is closed or let in is in no conflict, and others may find a place. */
export function settle(model: Model, booking: Booking, to: BookingStatus) {
  booking.status = to;
  if (isOpen(booking)) return [];
  booking.conflict = null;
  return toldOfFlags(flag(model, booking.station));
}

export const approve: Deed<Of<"approve">> = (operation, model, world) => {
  const booking = likely(model.bookings, operation.booking, isPending);
  const actor = taken(world.staff, operation.by);
  if (!booking || !actor) return null;
  const way = { action: "Approve", from: isPending, to: "Approved" } as const;
  const step = change(model, booking, way, () =>
    approveBooking(world.as(actor), { id: booking.id }),
  );
  return {
    ...step,
    apply(view: BookingView) {
      booking.code = codeOf(view, booking);
      return step.apply(view as never);
    },
  };
};

export const reject: Deed<Of<"reject">> = (operation, model, world) => {
  const booking = likely(model.bookings, operation.booking, isPending);
  const actor = taken(world.staff, operation.by);
  if (!booking || !actor) return null;
  const way = { action: "Reject", from: isPending, to: "Rejected" } as const;
  return change(model, booking, way, () =>
    rejectBooking(world.as(actor), { id: booking.id, reason }),
  );
};

/** Its owner; of a guest's booking, somebody who has no part in it. */
const ownerOf = (world: World, booking: Booking) => {
  const owner = world.owners[booking.owner ?? 0];
  if (!owner) throw new Error("A booking of nobody.");
  return world.as(owner);
};
const toStranger = ({ owner }: Booking) => (owner === null ? "booking.not_found" : null);

export const cancel: Deed<Of<"cancel">> = (operation, model, world) => {
  const booking = likely(model.bookings, operation.booking, isOpen);
  if (!booking) return null;
  const refusal = booking.start - model.now < cutoff ? "booking.change_cutoff" : null;
  const way = { action: "Cancel", from: isOpen, to: "CanceledByOwner", refusal } as const;
  const step = change(model, booking, way, () =>
    cancelBooking(ownerOf(world, booking), { id: booking.id, chargeFee: false }),
  );
  return { ...step, refusal: toStranger(booking) ?? step.refusal };
};

export const cancelByStaff: Deed<Of<"cancelByStaff">> = (operation, model, world) => {
  const booking = likely(model.bookings, operation.booking, holdsPlace);
  const actor = taken(world.staff, operation.by);
  if (!booking || !actor) return null;
  const isOnSite = actor.role === "Operator";
  const to = isOnSite ? "CanceledByOperator" : "CanceledByBackoffice";
  const way = { action: "Cancel", from: isOnSite ? holdsPlace : isOpen, to } as const;
  const step = change(model, booking, way, () =>
    cancelBooking(world.as(actor), { id: booking.id, reason, chargeFee: false }),
  );
  return {
    ...step,
    apply(view: never) {
      const { session } = booking;
      const isAborted = booking.status === "InProgress" && session;
      if (isAborted) session.status = "Aborted";
      const aborted = isAborted ? [toldOfSession(session.id, "Abort", "Active", "Aborted")] : [];
      return [...step.apply(view), ...aborted];
    },
  };
};

/** Moves a booking in the model: its code stops working, its conflict is settled, others may find a place. */
function shift(model: Model, booking: Booking, range: Range, to: BookingStatus, view: BookingView) {
  const told = toldOf(booking, "Move", booking.status, to);
  Object.assign(booking, range, { status: to, conflict: null });
  if (booking.code) booking.code.state = "Revoked";
  booking.code = codeOf(view, booking) ?? booking.code;
  return [told, ...toldOfFlags(flag(model, booking.station))];
}

/** The same of what else there is when the booking has given its places back. */
function shiftRefusal(
  model: Model,
  booking: Booking,
  range: Range,
  limits: Parameters<typeof refusalOf>[3],
): string | null {
  if (booking.station.status === "Inactive") return "station.inactive";
  const others = { ...model, bookings: model.bookings.filter((one) => one !== booking) };
  const refusal = refusalOf(others, booking.station, range, limits);
  return refusal ?? (isElsewhere(model, booking.owner, range, booking) ? "booking.overlap" : null);
}

export const modify: Deed<Of<"modify">> = (operation, model, world) => {
  const booking = likely(model.bookings, operation.booking, isOpen);
  if (!booking) return null;
  const range = rangeOf(model, booking.station, operation);
  const isLate = booking.start - model.now < cutoff;
  const refusal = isLate ? "booking.change_cutoff" : shiftRefusal(model, booking, range, usual);
  return {
    call: () => modifyBooking(ownerOf(world, booking), { id: booking.id, ...timesOf(range) }),
    refusal: toStranger(booking) ?? (isOpen(booking) ? refusal : "booking.status"),
    apply: (view: BookingView) =>
      shift(model, booking, range, booking.station.manual ? "Pending" : booking.status, view),
  };
};

export const move: Deed<Of<"move">> = (operation, model, world) => {
  const booking = likely(model.bookings, operation.booking, ({ conflict }) => conflict !== null);
  const actor = taken(world.staff, operation.by);
  if (!booking || !actor) return null;
  const { start } = rangeOf(model, booking.station, { ...operation, length: 1, half: false });
  const range = { start, end: start + booking.end - booking.start };
  const limits = { furthest: horizon, most: Infinity };
  const refusal = shiftRefusal(model, booking, range, limits);
  return {
    call: () => moveBooking(world.as(actor), { id: booking.id, ...timesOf(range), reason }),
    refusal: isOpen(booking) ? refusal : "booking.status",
    apply: (view: BookingView) => shift(model, booking, range, booking.status, view),
  };
};
