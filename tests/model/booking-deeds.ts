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
  holders,
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
import { flag, settleFlags } from "./flags";
import type { Of } from "./operations";
import { canUse, mayMove, roomFor } from "./groups";
import { type Need, askOf, needOf } from "./kinds";
import {
  likely,
  taken,
  toldOf,
  toldOfFlags,
  toldOfSession,
  type Deed,
  type GroupOf,
  type Step,
} from "./step";
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
  { furthest, most, need }: { furthest: number; most: number; need: Need },
): string | null {
  if (range.start <= model.now) return "booking.in_past";
  if (range.start > model.now + furthest) return "booking.too_far_ahead";
  // Longer than so many of the longest slots that there can be.
  if (range.end - range.start > most * 4 * hour) return "booking.too_many_slots";
  if (!isCovered(station, range)) return "booking.not_on_slots";
  const count = station.slots.filter((slot) => meets(slot, range)).length;
  if (count > most) return "booking.too_many_slots";
  return roomFor(model, station, range, need) ? null : "slot.full";
}

/**
 * The group in which a booking was given its place, beside all others of its station: the one that is foretold, or any
 * that suits where others were moved out of the way. Those go along in the model; they must be such as may move.
 */
export function takeGroup(
  model: Model,
  wanted: Pick<Booking, "id" | "station" | "need"> & Range & { readonly only?: string },
  groupOf: GroupOf,
): string {
  const { id, station, need, only } = wanted;
  const room = roomFor(model, station, wanted, need, only);
  if (room !== "by moves") return room?.group ?? "";
  const group = groupOf(id);
  const others = holders(model, station).filter((one) => one.id !== id);
  const moved = others.filter((one) => groupOf(one.id) !== one.group);
  // Where somebody is flagged already, others are settled by the same deed.
  const most = others.some(({ conflict }) => conflict) ? Infinity : 2;
  const isRight = (one: Booking) =>
    one.start > model.now && canUse(station.kinds.get(groupOf(one.id)), one.need);
  if (moved.length > most || !moved.every(isRight) || !canUse(station.kinds.get(group), need)) {
    throw new Error(`Bookings changed their groups that may not: ${moved.map((one) => one.id)}`);
  }
  if (most === 2 && !moved.every((one) => mayMove(model, one))) {
    throw new Error(`Bookings were moved whose cars may come: ${moved.map((one) => one.id)}`);
  }
  for (const one of moved) one.group = groupOf(one.id);
  return group;
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
  const need = needOf(operation.asks);
  const isTwice = isElsewhere(model, operation.owner, range);
  const full = refusalOf(model, station, range, { ...usual, need });
  const refusal = isTwice ? "booking.overlap" : full;
  return {
    call: () =>
      createBooking(world.as(owner), { stationId: station.id, ...timesOf(range), ...askOf(need) }),
    refusal: station.status === "Inactive" ? "station.inactive" : refusal,
    apply(view: BookingView, groupOf) {
      const group = takeGroup(model, { ...range, id: view.id, station, need }, groupOf);
      const status = station.manual ? "Pending" : "Approved";
      const code = codeOf(view, range);
      const { owner } = operation;
      const none = { conflict: null, session: null, walkUp: null };
      const made = { id: view.id, owner, station, status, code, need, group, ...none };
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
  const wasFlagged = booking.conflict !== null;
  booking.conflict = null;
  return toldOfFlags((wasFlagged ? flag : settleFlags)(model, booking.station));
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
    apply(view: BookingView, groupOf) {
      booking.code = codeOf(view, booking);
      return step.apply(view as never, groupOf);
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
    apply(view: never, groupOf) {
      const { session } = booking;
      const isAborted = booking.status === "InProgress" && session;
      if (isAborted) session.status = "Aborted";
      const aborted = isAborted ? [toldOfSession(session.id, "Abort", "Active", "Aborted")] : [];
      return [...step.apply(view, groupOf), ...aborted];
    },
  };
};

/** Moves a booking in the model: its code stops working, its conflict is settled, others may find a place. */
function shift(
  model: Model,
  booking: Booking,
  { range, to, view }: { range: Range; to: BookingStatus; view: BookingView },
  groupOf: GroupOf,
) {
  const told = toldOf(booking, "Move", booking.status, to);
  const group = takeGroup(without(model, booking), { ...booking, ...range }, groupOf);
  Object.assign(booking, range, { status: to, conflict: null, group });
  if (booking.code) booking.code.state = "Revoked";
  booking.code = codeOf(view, booking) ?? booking.code;
  return [told, ...toldOfFlags(settleFlags(model, booking.station))];
}

const without = (model: Model, booking: Booking): Model => ({
  ...model,
  bookings: model.bookings.filter((one) => one !== booking),
});

/** The same of what else there is when the booking has given its places back. */
function shiftRefusal(
  model: Model,
  booking: Booking,
  range: Range,
  limits: Omit<Parameters<typeof refusalOf>[3], "need">,
): string | null {
  if (booking.station.status === "Inactive") return "station.inactive";
  const asked = { ...limits, need: booking.need };
  const refusal = refusalOf(without(model, booking), booking.station, range, asked);
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
    apply(view: BookingView, groupOf) {
      const to = booking.station.manual ? "Pending" : booking.status;
      return shift(model, booking, { range, to, view }, groupOf);
    },
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
    apply: (view: BookingView, groupOf) =>
      shift(model, booking, { range, to: booking.status, view }, groupOf),
  };
};
