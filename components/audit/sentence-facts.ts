/** A span of time. */
interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** What a sentence may tell of the changes of a record. */
export interface SentenceFacts {
  /** The time that it is about: after the change, where it is the time that changed. */
  readonly time: Span | null;
  readonly was: Span | null;
  /** Of places taken for maintenance, of past sessions, or of what changed. */
  readonly count: number;
  readonly conflict: string;
  readonly role: string;
}

type Thing = Readonly<Record<string, unknown>>;

/** What every sentence tells of a record itself; the others' fields are listed below it. */
const told: Readonly<Record<string, readonly string[]>> = {
  "Booking.Create": ["startsAt", "endsAt"],
  "Booking.Move": ["startsAt", "endsAt"],
  "Booking.Extend": ["startsAt", "endsAt"],
  "Booking.Conflict": ["conflict"],
  "Waiting.Create": ["startsAt", "endsAt"],
  "Waiting.Offer": ["startsAt", "endsAt"],
  "Station.AddHold": ["hold"],
  "Station.RemoveHold": ["hold"],
  "Station.Import": ["sessions"],
  "User.Create": ["role"],
};

/** The facts in a record's changes, a pair being before and after. */
export function factsOf({
  entity,
  changes,
}: {
  readonly entity: string;
  readonly changes: Thing | null;
}): SentenceFacts {
  const fields = changes ?? {};
  const hold = fields.hold as readonly [Thing | null, Thing | null] | undefined;
  const held = hold?.[1] ?? hold?.[0];
  const after = held ?? mapValues(fields, (value) => (isPair(value) ? value[1] : value));
  const before = mapValues(fields, (value) => (isPair(value) ? value[0] : null));
  return {
    time: spanOf(after) ?? spanOf({ ...before, ...present(after) }),
    was: spanOf({ ...present(after), ...present(before) }, before),
    count: entity === "Setting" ? Object.keys(fields).length : countOf(fields, held),
    conflict: wordOf(fields.conflict),
    role: wordOf(fields.role),
  };
}

/** The changes that the sentence does not tell. */
export function untold({
  entity,
  action,
  changes,
}: {
  readonly entity: string;
  readonly action: string;
  readonly changes: Thing | null;
}): Thing | null {
  const said = told[`${entity}.${action}`] ?? [];
  if (!changes || said.length === 0) return changes;
  return Object.fromEntries(Object.entries(changes).filter(([field]) => !said.includes(field)));
}

const isPair = (value: unknown): value is readonly [unknown, unknown] =>
  Array.isArray(value) && value.length === 2;
const wordOf = (value: unknown) => (typeof value === "string" ? value : "");
const mapValues = (thing: Thing, to: (value: unknown) => unknown): Thing =>
  Object.fromEntries(Object.entries(thing).map(([field, value]) => [field, to(value)]));
const present = (thing: Thing): Thing =>
  Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== null));

/** A span, where `within` says at least one of its ends. */
function spanOf(thing: Thing, within: Thing = thing): Span | null {
  if (typeof within.startsAt !== "string" && typeof within.endsAt !== "string") return null;
  const [from, to] = [new Date(String(thing.startsAt)), new Date(String(thing.endsAt))];
  return Number.isNaN(from.getTime()) || Number.isNaN(to.getTime()) ? null : { from, to };
}

const countOf = (fields: Thing, held: Thing | null | undefined): number =>
  Number(held ? held.connectors : fields.sessions) || 0;
