import * as fc from "fast-check";

import { cancelBooking, createBooking, modifyBooking } from "@/lib/charging/bookings";
import { joinWaiting, leaveWaiting, serveWaiting } from "@/lib/charging/waiting";
import { updateConnector } from "@/lib/sites/stations";

import {
  claim,
  cutoff,
  hasRoom,
  heldFor,
  hour,
  isBookedBy,
  isWaitedFor,
  leave,
  minute,
  take,
  withdraw,
  work,
  type Booking,
  type Entry,
  type Model,
  type Range,
  type Told,
} from "./model";
import type { World } from "./world";

const owner = fc.nat(5);
const which = fc.nat(40);
/** Near slots, so that people want the same ones. */
const range = { slot: fc.nat(3), length: fc.constantFrom(1, 1, 1, 2) };

const kinds = {
  book: fc.record({ owner, ...range, named: fc.boolean() }),
  cancel: fc.record({ booking: which }),
  modify: fc.record({ booking: which, ...range }),
  join: fc.record({ owner, ...range }),
  leave: fc.record({ entry: which }),
  work: fc.record({}),
  wait: fc.record({ minutes: fc.integer({ min: 1, max: 40 }) }),
  /** Until the moment at which an offer runs out, or the one before it. */
  waitForEnd: fc.record({ entry: which, before: fc.boolean() }),
  /** One of the two places is out of order, or back. */
  connector: fc.record({ isOut: fc.boolean() }),
};
type Kinds = typeof kinds;
/** One deed, as plain data that means something in any state. */
export type Operation = {
  [K in keyof Kinds]: { readonly kind: K } & (Kinds[K] extends fc.Arbitrary<infer T> ? T : never);
}[keyof Kinds];
type Of<K extends Operation["kind"]> = Extract<Operation, { kind: K }>;

const weights: Partial<Record<Operation["kind"], number>> = {
  book: 8,
  join: 10,
  cancel: 5,
  work: 6,
  leave: 2,
  modify: 2,
  waitForEnd: 2,
};
export const operations = (count: number): fc.Arbitrary<Operation[]> =>
  fc.array(
    fc.oneof(
      ...Object.entries(kinds).map(([kind, fields]) => ({
        weight: weights[kind as keyof Kinds] ?? 1,
        arbitrary: (fields as fc.Arbitrary<object>).map((one) => ({ kind, ...one }) as Operation),
      })),
    ),
    { minLength: count, maxLength: count, size: "max" },
  );

/** What the real thing is asked, the code that it must refuse with, and what becomes of the model where it does it. */
export interface Step {
  call(): Promise<unknown>;
  readonly refusal: string | null;
  apply(answer: { readonly id: string }): readonly Told[];
}
type Deed<K extends Operation["kind"]> = (
  operation: Of<K>,
  model: Model,
  world: World,
) => Step | null;

/** A slot that begins in some hours, and perhaps the one after it. */
function rangeOf({ now }: Model, { slot, length }: { slot: number; length: number }): Range {
  // At the station hours begin a quarter past those of UTC.
  const quarter = 15 * minute;
  const next = Math.ceil((now - quarter + 1) / hour) * hour + quarter;
  const start = next + slot * hour;
  return { start, end: start + length * hour };
}
const timesOf = ({ start, end }: Range) => ({ startsAt: new Date(start), endsAt: new Date(end) });
const taken = <T>(list: readonly T[], index: number): T | undefined =>
  list[index % Math.max(1, list.length)];
const nothing: readonly Told[] = [];

/** Does it to a copy first, since what is refused leaves nothing behind. */
function trying<T>(model: Model, deed: (copy: Model) => T): T {
  return deed(structuredClone(model));
}

const book: Deed<"book"> = ({ owner, named, ...asked }, model, world) => {
  const range = rangeOf(model, asked);
  const own = model.entries.find((one) => one.owner === owner && one.status === "Offered");
  const offer = named ? own : undefined;
  const isFull = trying(model, (copy) => claim(copy, range).isFull && !heldFor(copy, owner, range));
  const isHeld = offer !== undefined && heldFor(model, owner, range) === offer;
  const refused = offer ? (isHeld ? null : "offer.ended") : isFull ? "slot.full" : null;
  return {
    call: () =>
      createBooking(world.as(owner), {
        stationId: world.stationId,
        ...timesOf(range),
        ...(offer && { offerId: offer.id }),
      }),
    refusal: isBookedBy(model, owner, range) ? "booking.overlap" : refused,
    apply({ id }) {
      const booking = { id, owner, ...range, isHeld: true };
      if (offer) return [take(offer), ...made(model, booking)];
      const { told, isFull } = claim(model, range);
      const held = isFull ? heldFor(model, owner, range) : undefined;
      return [...told, ...(held ? [take(held)] : []), ...made(model, booking)];
    },
  };
};

function made(model: Model, booking: Booking): readonly Told[] {
  model.bookings.push(booking);
  return nothing;
}

const refusedToChange = ({ now }: Model, { isHeld, start }: Booking) => {
  if (!isHeld) return "booking.status";
  return start - now < cutoff ? "booking.change_cutoff" : null;
};

const cancel: Deed<"cancel"> = (operation, model, world) => {
  const booking = taken(model.bookings, operation.booking);
  if (!booking) return null;
  return {
    call: () => cancelBooking(world.as(booking.owner), { id: booking.id, chargeFee: false }),
    refusal: refusedToChange(model, booking),
    apply() {
      booking.isHeld = false;
      return nothing;
    },
  };
};

const modify: Deed<"modify"> = ({ booking: index, ...asked }, model, world) => {
  const booking = taken(model.bookings, index);
  if (!booking) return null;
  const range = rangeOf(model, asked);
  /** The old place is given back before those who wait are served, and its owner has it until the end. */
  const without = (all: Model): Model => ({
    ...all,
    bookings: all.bookings.filter(({ id }) => id !== booking.id),
  });
  const isFull = trying(model, (copy) => claim(without(copy), range, copy).isFull);
  const overlaps = isBookedBy(model, booking.owner, range, booking) ? "booking.overlap" : null;
  return {
    call: () => modifyBooking(world.as(booking.owner), { id: booking.id, ...timesOf(range) }),
    refusal: refusedToChange(model, booking) ?? (isFull ? "slot.full" : overlaps),
    apply() {
      const { told } = claim(without(model), range, model);
      model.bookings = model.bookings.map((one) => (one === booking ? { ...one, ...range } : one));
      return told;
    },
  };
};

const isLive = ({ status }: Entry) => status === "Waiting" || status === "Offered";

const join: Deed<"join"> = ({ owner, ...asked }, model, world) => {
  const range = rangeOf(model, asked);
  const same = model.entries.find(
    (one) =>
      isLive(one) && one.owner === owner && one.start === range.start && one.end === range.end,
  );
  const isFree = hasRoom(model, range) && !isWaitedFor(model, range);
  const free = isFree ? "waiting.not_full" : null;
  const refusal = isBookedBy(model, owner, range) ? "booking.overlap" : free;
  return {
    call: () => joinWaiting(world.as(owner), { stationId: world.stationId, ...timesOf(range) }),
    refusal: same ? null : refusal,
    apply({ id }) {
      if (same) return nothing;
      model.entries.push({ id, owner, ...range, status: "Waiting", until: null });
      return [{ id, action: "Create", to: "Waiting" }];
    },
  };
};

const leaveIt: Deed<"leave"> = (operation, model, world) => {
  const entry = taken(model.entries, operation.entry);
  if (!entry) return null;
  return {
    call: () => leaveWaiting(world.as(entry.owner), { id: entry.id }),
    refusal: isLive(entry) ? null : "waiting.status",
    apply: () => [leave(entry)],
  };
};

const pass = (model: Model, until: number): Step => ({
  call: () => Promise.resolve(),
  refusal: null,
  apply() {
    model.now = Math.max(model.now, until);
    return nothing;
  },
});

export const deeds: { [K in Operation["kind"]]: Deed<K> } = {
  book,
  cancel,
  modify,
  join,
  leave: leaveIt,
  work: (_operation, model, world) => ({
    call: () => serveWaiting(world.job("waiting")),
    refusal: null,
    apply: () => work(model),
  }),
  wait: ({ minutes }, model) => pass(model, model.now + minutes * minute),
  waitForEnd({ entry, before }, model) {
    const offered = model.entries.filter(({ status }) => status === "Offered");
    const until = taken(offered, entry)?.until;
    // The next deed is a millisecond later.
    return until ? pass(model, until - (before ? 2 : 1)) : null;
  },
  connector: ({ isOut }, model, world) => ({
    call: () =>
      updateConnector(world.asOffice(), {
        stationId: world.stationId,
        connectorId: world.connectorId,
        status: isOut ? "OutOfOrder" : "Active",
      }),
    refusal: null,
    apply() {
      model.places = isOut ? 1 : 2;
      return withdraw(model);
    },
  }),
};
