import type { Of, Operation } from "./operations";

const station = 1;
const create = (owner: number, slot: number, length: number): Operation => ({
  kind: "create",
  owner,
  station,
  slot,
  length,
  half: false,
  asks: 0,
});
const hold = (from: number, lasts: number, count: number | null): Operation => ({
  kind: "addHold",
  station,
  from,
  lasts,
  count,
  names: [0],
});
const open: Operation = {
  kind: "setSchedule",
  station,
  week: 0,
  exception: null,
  override: null,
};
const arrive: readonly Operation[] = [
  { kind: "waitFor", booking: 0, minutes: -10 },
  { kind: "checkIn", booking: 1 },
];

const walkUp = (plate: number, stay: Of<"walkUp">["stay"]): Operation => ({
  kind: "walkUp",
  station,
  owner: null,
  plate,
  stay,
});

/** At the station of several kinds of places: CCS twice, both plugs, CHAdeMO. */
const mixed = 2;
const plugged = (owner: number, asks: number) =>
  ({ ...create(owner, 5, 1), station: mixed, asks }) as Operation;
const [ccs, chademo] = [3, 4];

/** Short sequences that chance seldom draws, each of which went wrong once, or with a fault that was planted. */
export const remembered: Readonly<Record<string, readonly Operation[]>> = {
  "one that was flagged comes early and takes another's place": [
    open,
    create(0, 2, 1),
    create(1, 2, 1),
    hold(0, 20, 2),
    ...arrive,
  ],
  "two cars charge over a slot with one place left, and a third is to come after it": [
    open,
    create(0, 3, 3),
    create(1, 3, 3),
    create(2, 5, 1),
    ...arrive,
    { kind: "checkIn", booking: 1 },
    hold(5, 10, 1),
    hold(6, 1, 1),
  ],
  "a connector is out, and a hold names it": [
    open,
    { kind: "setOutage", station, connector: 0, from: 5, lasts: null },
    hold(5, 10, null),
  ],
  "a booking is moved onto a part of its own time, where places close later": [
    open,
    { kind: "addConnector", station, number: 4, plugs: 2 },
    { ...create(0, 3, 2), asks: 3 } as Operation,
    { kind: "setOutage", station, connector: 3, from: 26, lasts: null },
    { kind: "move", booking: 0, slot: 4, by: 1 },
  ],
  "a place is out, and another booking makes room for the one that had it": [
    { ...open, station: mixed },
    plugged(0, chademo),
    plugged(1, ccs),
    plugged(2, ccs),
    plugged(3, ccs),
    { kind: "cancelByStaff", booking: 1, by: 0 },
    { kind: "setOutage", station: mixed, connector: 3, from: 5, lasts: null },
  ],
  "one that came early has the last connector, and a third stays beyond its start": [
    open,
    create(0, 3, 1),
    ...arrive,
    walkUp(1, 0),
    walkUp(2, 0),
    walkUp(3, 30),
  ],
};

/** How the last deed of a sequence is refused; all others are done. */
export const lastRefused: Readonly<Record<string, string>> = {
  "one that came early has the last connector, and a third stays beyond its start":
    "walkUp session.no_connector",
};
