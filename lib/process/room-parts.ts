import type { Eraser } from "@/lib/core/eraser";
import type { Invariant } from "@/lib/core/invariant";
import type { RoomJobs } from "@/lib/core/job";
import type { Holdings } from "@/lib/core/holdings";
import type { Leaving } from "@/lib/core/leaving";
import type { NamesOf } from "@/lib/records/audit/inside";
import type { Subscriber } from "@/lib/records/outbox/inside";

import * as rooms from "./rooms";

type Rooms = typeof rooms;
type AnyRoom = Rooms[keyof Rooms];
type Given<K extends string> = AnyRoom extends infer R
  ? R extends Record<K, infer P>
    ? P
    : never
  : never;
type Intersection<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void
  ? I
  : never;

/** What a room may give for others to put together. */
interface RoomParts {
  readonly ports?: object;
  readonly names?: Partial<NamesOf>;
  readonly jobs?: RoomJobs;
  readonly subscribers?: readonly Subscriber[];
  readonly eraser?: Eraser;
  readonly leaving?: Leaving;
  readonly holdings?: Holdings;
  readonly invariants?: readonly Invariant[];
}

/** By name, because not every loader lists what a module exports in the same order. */
const everyRoom = Object.entries<RoomParts>(rooms)
  .toSorted(([one], [other]) => (one < other ? -1 : 1))
  .map(([, parts]) => parts);

/** The rooms' answers to the questions of lower ones. */
export const answers: Intersection<Given<"ports">> = Object.assign(
  {},
  ...everyRoom.map(({ ports }) => ports),
);

/** What the rooms call their audited things; a kind of thing that no room has a name for is an error in the wiring. */
export const names: Intersection<Given<"names">> = Object.assign(
  {},
  ...everyRoom.map((parts) => parts.names),
);

/** What the rooms do by the clock, a list a room. */
export const roomJobs: readonly RoomJobs[] = everyRoom.flatMap(({ jobs }) => jobs ?? []);
export type RoomJobName =
  Given<"jobs"> extends infer J ? (J extends unknown ? keyof J : never) : never;

/** What the rooms do when events come. */
export const subscribers = everyRoom.flatMap((parts) => parts.subscribers ?? []);
const subscriberNames = subscribers.map(({ name }) => name);
const same = subscriberNames.find((name, index) => subscriberNames.indexOf(name) !== index);
if (same) throw new Error(`Two subscribers are called ${same}.`);

/** How the rooms forget a person. */
export const roomErasers: readonly Eraser[] = everyRoom.flatMap(({ eraser }) => eraser ?? []);

/** What the rooms do at once when a person deletes their account. */
export const roomLeavings: readonly Leaving[] = everyRoom.flatMap(({ leaving }) => leaving ?? []);

/** What the rooms keep of a person, for themselves to read. */
export const roomHoldings: readonly Holdings[] = everyRoom.flatMap(
  ({ holdings }) => holdings ?? [],
);

/** What is always true of the rooms' tables. */
export const invariants: readonly Invariant[] = everyRoom.flatMap(
  (parts) => parts.invariants ?? [],
);
