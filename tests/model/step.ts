import type { Booking, Model, Station } from "./model";
import type { World } from "./world";

/** An audit record, as far as a model foretells it. */
export interface Told {
  readonly entity: "Booking" | "Session" | "Station";
  readonly entityId: string;
  readonly action: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** A deed in a certain state: what the real thing is asked, what it must answer, and what the model makes of it. */
export interface Step {
  /** Asks the real thing. */
  call(): Promise<unknown>;
  /** The code that it must refuse with; null where it must do it. */
  readonly refusal: string | null;
  /**
   * What becomes of the model; says what must have been audited. Given what the call answered, and in which groups
   * bookings have their places then: which of others were moved out of the way is not foretold, but judged.
   */
  apply(answer: never, groupOf: GroupOf): readonly Told[];
  /** Whether it may leave more bookings than places: a change of the station, or a car that stands where it stands. */
  readonly mayCrowd?: boolean;
}

/** The key of the group in which a booking has its place. */
export type GroupOf = (bookingId: string) => string;

/** What a deed does in the world's and the model's present state; null where it finds nothing to do. */
export type Deed<O> = (operation: O, model: Model, world: World) => Step | null;

export const taken = <T>(list: readonly T[], index: number): T | undefined =>
  list[index % Math.max(1, list.length)];

/** One of the list, mostly of those with which the deed can be done, where there are any. */
export function likely<T>(
  list: readonly T[],
  index: number,
  canBe: (item: T) => boolean,
): T | undefined {
  const some = index % 4 === 0 ? [] : list.filter(canBe);
  return taken(some.length > 0 ? some : list, index);
}

export const toldOf = (
  { id }: Pick<Booking, "id">,
  action: string,
  from: string | null = null,
  to: string | null = null,
): Told => ({ entity: "Booking", entityId: id, action, from, to });
export const toldOfSession = (
  id: string,
  action: string,
  from: string | null,
  to: string,
): Told => ({
  entity: "Session",
  entityId: id,
  action,
  from,
  to,
});
export const toldOfStation = (
  { id }: Station,
  action: string,
  from: string | null = null,
  to: string | null = null,
): Told => ({ entity: "Station", entityId: id, action, from, to });
/** What is told of bookings whose flag was set, changed or cleared. */
export const toldOfFlags = (changed: readonly Booking[]) =>
  changed.map((booking) => toldOf(booking, booking.conflict ? "Conflict" : "ConflictSettled"));
