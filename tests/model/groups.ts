import { type Kind, type Need, powerOf } from "./kinds";
import {
  holders,
  isCovered,
  isOpen,
  meets,
  opensBefore,
  type Booking,
  type Model,
  type Range,
  type Slot,
  type Station,
} from "./model";

/*
 * Which places a car can use, told a second time: every car is tried at every place, and every one or two bookings in
 * every other group. Worlds are small.
 */

const suits = ({ plugs, ...kind }: Kind, need: Need) =>
  plugs.some(
    (plug) =>
      (need.plug === null || plug === need.plug) &&
      (need.powerW === null || powerOf({ plugs, ...kind }, plug) >= need.powerW),
  );

/** A booking's stay, or one that is asked for, in a group. */
type Stay = Range & Partial<Pick<Booking, "session" | "conflict">> & { readonly number?: number };
const slotsOf = (station: Station, stay: Range) =>
  station.slots.filter((slot) => meets(slot, stay));
const openIn = (slot: Slot, group: string) =>
  slot.groups.find(({ key }) => key === group)?.open ?? [];

/** Whether all have a place of the group each, the same one in all of their slots. */
function parks(station: Station, group: string, stays: readonly Stay[]): boolean {
  const numbers = [...new Set(station.slots.flatMap((slot) => openIn(slot, group)))];
  const busy = new Map(numbers.map((number) => [number, new Set<Slot>()]));
  const standing = (stay: Stay) => numberOf(station, group, stay);
  const settle = ([stay, ...others]: readonly Stay[]): boolean => {
    if (!stay) return true;
    const own = slotsOf(station, stay);
    for (const [number, taken] of busy) {
      if (number !== (standing(stay) ?? number)) continue;
      const isFree = own.every((slot) => !taken.has(slot) && openIn(slot, group).includes(number));
      if (!isFree) continue;
      for (const slot of own) taken.add(slot);
      if (settle(others)) return true;
      for (const slot of own) taken.delete(slot);
    }
    return false;
  };
  return settle(stays.filter((stay) => slotsOf(station, stay).length > 0));
}

/** The place of a car that charges: there it stays, if that is open to the end; else it has to go elsewhere anyhow. */
function numberOf(station: Station, group: string, { session, ...stay }: Stay): number | undefined {
  if (stay.number !== undefined) return stay.number;
  if (session?.status !== "Active") return undefined;
  const number = station.connectors.find(({ id }) => id === session.connectorId)?.number ?? 0;
  const isOpen = slotsOf(station, stay).every((slot) => openIn(slot, group).includes(number));
  return isOpen ? number : undefined;
}

/** Those that share a slot with the stay, or with one that does, and so on. */
function around(station: Station, stays: readonly Stay[], stay: Stay): Stay[] {
  const slots = new Set(slotsOf(station, stay));
  let near: Stay[] = [];
  for (;;) {
    const now = stays.filter((one) => slotsOf(station, one).some((slot) => slots.has(slot)));
    if (now.length === near.length) return now;
    near = now;
    for (const slot of now.flatMap((one) => slotsOf(station, one))) slots.add(slot);
  }
}

/** A car that is to stand on a connector of a group. */
type Standing = Range & { readonly group: string; readonly number: number };

/** The station without what is over. */
const ahead = ({ now }: Model, station: Station): Station => ({
  ...station,
  slots: station.slots.filter(({ end }) => end > now),
});

/** Whether the group's others have a place each with a car on this one. */
export function leavesAll(
  model: Model,
  station: Station,
  others: readonly Booking[],
  { start, end, group, number }: Standing,
): boolean {
  const left = ahead(model, station);
  const car = { start, end, number };
  return parks(left, group, [...around(left, others, car), car]);
}

/** Whether the connector is open until the car leaves. */
export const staysOpen = (model: Model, station: Station, car: Standing) =>
  slotsOf(ahead(model, station), car).every((slot) => openIn(slot, car.group).includes(car.number));

/**
 * Whether one more finds a place beside the group's others. Those who are flagged count in each of its slots, and no
 * place is kept for them. Where the others have more cars than places already, a place in each of its slots is enough:
 * nobody is refused for what others have to settle. So it is where the same places are open throughout: whose connector
 * a car that came early has until then is asked when somebody comes for one.
 */
function joins(station: Station, group: string, stays: readonly Stay[], stay: Stay): boolean {
  const hasPlaces = slotsOf(station, stay).every(
    (slot) => openIn(slot, group).length > stays.filter((one) => meets(one, slot)).length,
  );
  const near = around(station, stays, stay).filter(({ conflict }) => !conflict);
  if (!hasPlaces || isEven(station, group, [...near, stay])) return hasPlaces;
  return parks(station, group, [...near, stay]) || !parks(station, group, near);
}

/** Whether the group has the same places open in all slots of the stays. */
function isEven(station: Station, group: string, stays: readonly Stay[]): boolean {
  const slots = stays.flatMap((stay) => slotsOf(station, stay));
  return new Set(slots.map((slot) => openIn(slot, group).join())).size <= 1;
}

/** The station's kinds of places that suit, the one to take first; `room` is what is left of each. */
export function inOrder(
  station: Pick<Station, "kinds">,
  need: Need,
  room: (key: string) => number,
): string[] {
  const others = ({ plugs }: Kind) => plugs.filter((plug) => plug !== need.plug).length;
  return [...station.kinds.entries()]
    .filter(([, kind]) => suits(kind, need))
    .toSorted(
      ([key, one], [otherKey, other]) =>
        others(one) - others(other) || one.powerW - other.powerW || room(otherKey) - room(key),
    )
    .map(([key]) => key);
}

const inGroup = <B extends Pick<Booking, "group">>(all: readonly B[], group: string): B[] =>
  all.filter((booking) => booking.group === group);

/** Where one more finds a place: in a group, or by moving one or two others; null for nowhere. */
type Found = { readonly group: string } | "by moves" | null;

/** The same for some slots of the station, beside all who hold a place there. */
export function roomFor(
  model: Model,
  station: Station,
  range: Range,
  need: Need,
  only?: string,
): Found {
  if (!isCovered(station, range)) return null;
  const all = holders(model, station).filter(({ end }) => end > Math.min(model.now, range.start));
  const movable = (one: Booking) => mayMove(model, one);
  return roomAmong(station, all, { ...range, need }, { movable, only });
}

/** The same beside these, of whom some may go elsewhere. */
export function roomAmong(
  station: Station,
  all: readonly Booking[],
  { start, end, need }: Range & Pick<Booking, "need">,
  ways: { readonly movable: (one: Booking) => boolean; readonly only?: string | undefined },
): Found {
  const range = { start, end };
  const room = (key: string) =>
    Math.min(
      ...slotsOf(station, range).map(
        (slot) =>
          openIn(slot, key).length - inGroup(all, key).filter((one) => meets(one, slot)).length,
      ),
    );
  const isAsked = (key: string) => ways.only === undefined || key === ways.only;
  const fitting = inOrder(station, need, room).filter(isAsked);
  const group = fitting.find((key) => joins(station, key, inGroup(all, key), range));
  if (group !== undefined) return { group };
  const movable = all.filter(ways.movable);
  return fitting.some((key) => hasWay(station, all, movable, { range, key })) ? "by moves" : null;
}

/** Whether somebody may still go to another group: nobody may come for it yet. */
export const mayMove = (model: Model, booking: Booking) =>
  isOpen(booking) && booking.start - opensBefore > model.now;

function hasWay(
  station: Station,
  all: readonly Booking[],
  movable: readonly Booking[],
  { range, key }: { readonly range: Range; readonly key: string },
): boolean {
  const sets = movable.flatMap((one) => [
    [one],
    ...movable.filter((other) => other !== one).map((other) => [one, other]),
  ]);
  return sets.some((moving) => {
    const left = all.filter((booking) => !moving.includes(booking));
    if (!joins(station, key, inGroup(left, key), range)) return false;
    return settles(station, [...left, { ...range, group: key }], moving);
  });
}

/** Whether each of them, one after the other, finds a place in a group that is not its own. */
function settles(
  station: Station,
  placed: readonly (Range & Pick<Booking, "group">)[],
  [first, ...others]: readonly Booking[],
): boolean {
  if (!first) return true;
  return inOrder(station, first.need, () => 0).some(
    (key) =>
      key !== first.group &&
      joins(station, key, inGroup(placed, key), first) &&
      settles(station, [...placed, { start: first.start, end: first.end, group: key }], others),
  );
}

/** Whether a booking has a place in its own group beside these. */
export const joinsOwn = (station: Station, placed: readonly Booking[], booking: Booking) =>
  canUse(station.kinds.get(booking.group), booking.need) &&
  joins(station, booking.group, inGroup(placed, booking.group), { ...booking, conflict: null });

/** Throws where the bookings of a group have not a place each, though those that stand there have. */
export function parkTogether(
  station: Station,
  standing: readonly Booking[],
  bookings: readonly Booking[],
): void {
  for (const key of station.kinds.keys()) {
    const [there, others] = [inGroup(standing, key), inGroup(bookings, key)];
    if (parks(station, key, there) && !parks(station, key, [...there, ...others])) {
      throw new Error(`No place for all who are not flagged: ${others.map(({ id }) => id).join()}`);
    }
  }
}

/** Whether the car can charge at places of the kind, if there is one. */
export const canUse = (kind: Kind | undefined, need: Need) =>
  kind !== undefined && suits(kind, need);
