import * as fc from "fast-check";

/** Which of the things there are; taken round by how many that is. */
const which = fc.nat(60);
const station = fc.nat(2);
const by = fc.nat(2);
/** Near slots, so that people want the same ones. */
const slot = fc.nat(16);
/** Slots of a range: one to five, one more than a booking may have. */
const length: fc.Arbitrary<number> = fc.constantFrom(1, 1, 1, 2, 2, 3, 4, 5);
const half = fc.nat(11).map((draw) => draw === 0);
const connector = fc.nat(4);
/** From five hours ago on. */
const hours = fc.nat(20);
const day = fc.nat(3);
/** Which of the ready weeks and days. */
const week = fc.nat(4);
const heldCount: fc.Arbitrary<number | null> = fc.constantFrom(null, null, null, 1, 1, 2, 9);
const hold = fc.record({
  station,
  from: hours,
  lasts: fc.integer({ min: 1, max: 20 }),
  count: heldCount,
  names: fc.uniqueArray(connector, { minLength: 1, maxLength: 3 }),
});

/** Which plug and power a car asks for; mostly any. */
const asks = fc.nat(7);
/** Which plugs and power a connector has; mostly the usual. */
const plugs = fc.nat(8);

const booking = {
  create: fc.record({ owner: fc.nat(5), station, slot, length, half, asks }),
  approve: fc.record({ booking: which, by }),
  reject: fc.record({ booking: which, by }),
  cancel: fc.record({ booking: which }),
  cancelByStaff: fc.record({ booking: which, by }),
  modify: fc.record({ booking: which, slot, length, half }),
  move: fc.record({ booking: which, slot, by }),
  checkIn: fc.record({ booking: which }),
  finalize: fc.record({ booking: which }),
  walkUp: fc.record({
    station,
    /** An owner, or a guest of one of a few plates. */
    owner: fc.option(fc.nat(5)),
    plate: fc.nat(7),
    stay: fc.constantFrom(0, 0, 0, 30, 60, 90, 150, 400),
  }),
};
const place = {
  setSchedule: fc.record({
    station,
    week,
    exception: fc.option(fc.record({ day, week })),
    override: fc.option(fc.record({ day, places: fc.nat(4) })),
  }),
  addHold: hold,
  updateHold: fc.record({ hold: which, to: hold }),
  removeHold: fc.record({ hold: which }),
  setOutage: fc.record({ station, connector, from: hours, lasts: fc.option(fc.nat(30)) }),
  moveOutage: fc.record({ outage: which, lasts: fc.option(fc.nat(20)) }),
  endOutage: fc.record({ outage: which }),
  addConnector: fc.record({ station, number: fc.integer({ min: 1, max: 4 }), plugs }),
  setConnector: fc.record({
    station,
    connector,
    status: fc.constantFrom("Active", "Active", "OutOfOrder", "Inactive"),
    plugs: fc.option(plugs, { freq: 2 }),
  }),
  setStation: fc.record({
    station,
    status: fc.constantFrom("Active", "Active", "Inactive", "Maintenance"),
  }),
};
const time = {
  wait: fc.record({ minutes: fc.integer({ min: 1, max: 600 }) }),
  /** Until so many minutes after the start of a booking that is still to come. */
  waitFor: fc.record({
    booking: fc.nat(2),
    minutes: fc.constantFrom(-10, -10, -10, 0, 0, 5, 15, 20, 31),
  }),
  job: fc.record({
    name: fc.constantFrom("no-show", "unreviewed", "walk-ups", "walk-ups", "slots", "reconcile"),
  }),
};
const kinds = { ...booking, ...place, ...time };
type Kinds = typeof kinds;

/** One deed, as plain data that means the same in any state: what it does not find, it leaves. */
export type Operation = {
  [K in keyof Kinds]: { readonly kind: K } & (Kinds[K] extends fc.Arbitrary<infer T> ? T : never);
}[keyof Kinds];
export type Of<K extends Operation["kind"]> = Extract<Operation, { kind: K }>;

/** How often each is done, against the others; 1 where it does not say. */
const weights: Partial<Record<Operation["kind"], number>> = {
  create: 14,
  approve: 6,
  checkIn: 3,
  waitFor: 7,
  job: 5,
  modify: 3,
  move: 4,
  finalize: 4,
  walkUp: 6,
  cancelByStaff: 2,
  setSchedule: 3,
  addHold: 2,
  removeHold: 2,
  setOutage: 2,
};

const operation = fc.oneof(
  ...Object.entries(kinds).map(([kind, fields]) => ({
    weight: weights[kind as keyof Kinds] ?? 1,
    arbitrary: (fields as fc.Arbitrary<object>).map((values) => ({ kind, ...values }) as Operation),
  })),
);

/**
 * Sequences of about so many deeds. They begin with open stations, or nothing could be booked for long, and mostly
 * whoever a clock was waited for comes, or the window of that hour would be missed.
 */
export const sequences = (count: number): fc.Arbitrary<Operation[]> =>
  fc
    .array(operation, { minLength: count, maxLength: count, size: "max" })
    .map((deeds) => [...[0, 1, 2].map(openAllDay), ...deeds.flatMap(withArrival)]);

const openAllDay = (station: number): Operation => ({
  kind: "setSchedule",
  station,
  week: 0,
  exception: null,
  override: null,
});

const withArrival = (deed: Operation): Operation[] =>
  deed.kind === "waitFor" ? [deed, { kind: "checkIn", booking: 1 + 4 * deed.booking }] : [deed];
