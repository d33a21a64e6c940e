/*
 * What the product promises of those who wait for a full slot (product.md, Place offers), told a second time as plainly
 * as can be: one station with two places that are alike, so that counting says everything. Instants are milliseconds.
 */

export const minute = 60_000;
export const hour = 60 * minute;
export const offerLasts = 10 * minute;
export const cutoff = 90 * minute;

export interface Range {
  readonly start: number;
  readonly end: number;
}
export interface Booking extends Range {
  readonly id: string;
  readonly owner: number;
  isHeld: boolean;
}
type Status = "Waiting" | "Offered" | "Taken" | "Passed" | "Left" | "Expired";
export interface Entry extends Range {
  readonly id: string;
  readonly owner: number;
  status: Status;
  /** Until when the place is held that was offered last. */
  until: number | null;
}
/** A change of an entry, which must be audited once. */
export interface Told {
  readonly id: string;
  readonly action: "Create" | "Offer" | "Withdraw" | "Take" | "Leave" | "Expire";
  readonly to: Status;
}

/** Bookings, and entries in the order of their coming. */
export interface Model {
  now: number;
  places: number;
  bookings: Booking[];
  entries: Entry[];
}

export const meets = (one: Range, other: Range) => one.start < other.end && one.end > other.start;

/** Whoever has a place in the slot, by a booking or by an offer. */
export const takenIn = ({ bookings, entries }: Pick<Model, "bookings" | "entries">, slot: Range) =>
  [
    ...bookings.filter(({ isHeld }) => isHeld),
    ...entries.filter(({ status }) => status === "Offered"),
  ].filter((one) => meets(one, slot)).length;

/** The range's slots of an hour. */
export const slotsOf = ({ start, end }: Range): Range[] =>
  Array.from({ length: (end - start) / hour }, (_, index) => ({
    start: start + index * hour,
    end: start + (index + 1) * hour,
  }));

export const hasRoom = (model: Model, range: Range) =>
  slotsOf(range).every((slot) => takenIn(model, slot) < model.places);

export const isBookedBy = (model: Model, owner: number, range: Range, except?: Booking) =>
  model.bookings.some(
    (one) => one !== except && one.isHeld && one.owner === owner && meets(one, range),
  );

/** Whether somebody comes before whoever asks for the range now. */
export const isWaitedFor = ({ entries, now }: Model, range: Range) =>
  entries.some((one) => one.status === "Waiting" && one.start > now && meets(one, range));

const turn = (entry: Entry, action: Told["action"], to: Status, until = entry.until): Told => {
  Object.assign(entry, { status: to, until });
  return { id: entry.id, action, to };
};

/**
 * Offers what is free to those who wait, first come first. Passed over is who has another place held, or a booking at
 * that time: `booked` says who has, where a booking is just being moved.
 */
export function serve(model: Model, booked: Model = model): Told[] {
  return model.entries.flatMap((entry) => {
    const hasOther = model.entries.some(
      ({ owner, status }) => owner === entry.owner && status === "Offered",
    );
    const isElsewhere = isBookedBy(booked, entry.owner, entry);
    if (entry.status !== "Waiting" || entry.start <= model.now || hasOther || isElsewhere)
      return [];
    if (!hasRoom(model, entry)) return [];
    return [turn(entry, "Offer", "Offered", Math.min(model.now + offerLasts, entry.start))];
  });
}

/** What a worker does: what ran out or began is over, then what is free is offered. */
export function work(model: Model): Told[] {
  const isOver = ({ status, start, until }: Entry) =>
    (status === "Waiting" && start <= model.now) ||
    (status === "Offered" && Math.min(start, until ?? start) <= model.now);
  const over = model.entries.filter(isOver).map((entry) => turn(entry, "Expire", "Expired"));
  return [...over, ...serve(model)];
}

/** The place that is held for the owner for exactly this range. */
export const heldFor = (model: Model, owner: number, range: Range): Entry | undefined =>
  model.entries.find(
    (one) =>
      one.owner === owner &&
      one.status === "Offered" &&
      one.start === range.start &&
      one.end === range.end &&
      (one.until ?? 0) > model.now,
  );

/**
 * Whoever comes, or moves a booking, asks for a place in the range: those who wait are served before. What was done to
 * them, or null where it is full; the caller undoes it then.
 */
export function claim(model: Model, range: Range, booked: Model = model) {
  const told = isWaitedFor(model, range) ? serve(model, booked) : [];
  return { told, isFull: !hasRoom(model, range) };
}

export const take = (entry: Entry) => turn(entry, "Take", "Taken");
export const leave = (entry: Entry) =>
  turn(entry, "Leave", entry.status === "Offered" ? "Passed" : "Left");

/** What the station lost is taken back, the last come first; bookings stay. */
export function withdraw(model: Model): Told[] {
  const told: Told[] = [];
  for (const entry of model.entries.toReversed()) {
    const isLost = slotsOf(entry).some((slot) => takenIn(model, slot) > model.places);
    if (entry.status === "Offered" && isLost) told.push(turn(entry, "Withdraw", "Waiting", null));
  }
  return told;
}
