import { flag } from "./flags";
import {
  closesAfter,
  holders,
  type Booking,
  type Connector,
  type Model,
  type Station,
} from "./model";
import { canUse, inOrder, leavesAll, staysOpen } from "./groups";
import { keyOf, type Need } from "./kinds";
import { toldOfFlags } from "./step";

/** The connectors in service on which no car charges, by number. */
export const freeConnectors = (model: Model, station: Station): Connector[] =>
  station.connectors.filter(
    ({ id, status }) =>
      status === "Active" &&
      !model.bookings.some(
        ({ session }) => session?.status === "Active" && session.connectorId === id,
      ),
  );

/**
 * The one that a car gets of these: one of its booking's group, else one that suits and that others need least; of
 * those that are alike the first with which all who have a place there can still stand, else the first that does not
 * close before it leaves, else the first.
 */
export function proposed(
  model: Model,
  free: readonly Connector[],
  car: Pick<Booking, "id" | "station" | "need" | "group" | "start" | "end">,
): Connector | undefined {
  const { station, need } = car;
  const suiting = free.filter(({ kind }) => canUse(kind, need));
  const kinds = new Map(suiting.map(({ kind }) => [keyOf(kind), kind]));
  const [best] = inOrder({ kinds }, need, () => 0);
  const isOwn = station.kinds.has(car.group) && kinds.has(car.group);
  const group = isOwn ? car.group : best;
  if (group === undefined) return undefined;
  const alike = suiting
    .filter(({ kind }) => keyOf(kind) === group)
    .toSorted((one, other) => one.number - other.number);
  const weights = new Map(alike.map((one) => [one, weightOf(model, car, one)]));
  const lightest = Math.min(...weights.values());
  return alike.find((one) => weights.get(one) === lightest);
}

/**
 * How a connector does for a car that is let in on it: 0 where all who have a place of its kind can still stand, 1 where
 * it does not close before the car leaves, else 2.
 */
export function weightOf(
  model: Model,
  car: Pick<Booking, "id" | "station" | "start" | "end">,
  { kind, number }: Connector,
): number {
  const { station } = car;
  const group = keyOf(kind);
  const beside = holders(model, station).filter(
    (one) => one.id !== car.id && one.group === group && one.conflict === null,
  );
  const standing = { ...car, group, number };
  if (leavesAll(model, station, beside, standing)) return 0;
  return staysOpen(model, station, standing) ? 1 : 2;
}

/** What those ask for whose time has begun and that may still come with their codes. */
export const awaitedAt = (model: Model, station: Station): Need[] =>
  model.bookings
    .filter(
      ({ code, ...one }) =>
        one.station === station &&
        one.status === "Approved" &&
        one.start <= model.now &&
        model.now < one.end &&
        code?.state === "Live" &&
        model.now <= code.start + closesAfter,
    )
    .map(({ need }) => need);

/** Those that may be taken so that no less of the cars that are about to come find one. */
export function spare(free: readonly Connector[], coming: readonly Need[]): Connector[] {
  const served = most(free, coming);
  return free.filter((one) => most(without(free, one), coming) === served);
}

const without = <T>(list: readonly T[], one: T) => list.filter((other) => other !== one);

/** How many of the cars can stand on one each, at most: every way is tried. */
function most(free: readonly Connector[], [car, ...others]: readonly Need[]): number {
  if (!car) return 0;
  const ways = free
    .filter(({ kind }) => canUse(kind, car))
    .map((one) => 1 + most(without(free, one), others));
  return Math.max(most(free, others), ...ways);
}

/** Whoever stands on a connector has their place in its group, whether or not it has one left. */
export function standOn(model: Model, booking: Booking, { kind }: Connector) {
  const key = keyOf(kind);
  if (booking.group === key || !booking.station.kinds.has(key)) return [];
  booking.group = key;
  return toldOfFlags(flag(model, booking.station));
}
