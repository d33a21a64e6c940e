import type { Amount } from "../station/money";

/** One change as a reader sees it: what it is about, and before and after. */
export interface ShownChange {
  /** The whole that the field belongs to. */
  readonly about: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string;
}

/** Says what a field is called; undefined where the language has no word of its own for it. */
export type FieldWords = (field: string) => string | undefined;

/** What a language says in the place of what a record holds. */
export interface ChangeWords {
  readonly field: FieldWords;
  /** One of a list of ours; undefined for what people wrote. */
  readonly value: (value: string | boolean, field: string) => string | undefined;
  /** By what it counts, such as energy. */
  readonly number: (value: number, field: string) => string;
  readonly money: (amount: Amount) => string;
  /** An instant, which records hold in ISO 8601, in the reader's zone. */
  readonly instant: (instant: Date) => string;
  /** A date of a calendar, `2026-12-04`. */
  readonly day: (date: string) => string;
  /** Hours of a day, and what is said of a date: "Dec 4: closed". */
  readonly hours: (from: string, to: string) => string;
  readonly onDay: (day: string, facts: string) => string;
  /** How many things there are of which only ids are recorded. */
  readonly count: (count: number) => string;
}

/** `maxDaysAhead` → "max days ahead"; `connectors.0.status` → "connectors 1 status", each part in the language's words. */
export function fieldWords(field: string, words: FieldWords = () => undefined): string {
  return field
    .split(".")
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : (words(part) ?? spelled(part))))
    .join(" ");
}

function spelled(name: string): string {
  return name.replaceAll(
    /([a-z])([A-Z])/g,
    (_, low: string, high: string) => `${low} ${high.toLowerCase()}`,
  );
}

/**
 * What a record says that changed; a pair is before and after, anything else a fact. Of two things, what differs
 * between them, part by part; what is not there is not said. A fact of many parts is said by each of them. Ids tell a
 * reader nothing: they are left out, and of a list of them it is said how many there are.
 */
export function shownChanges(
  changes: Readonly<Record<string, unknown>> | null,
  words: ChangeWords,
): ShownChange[] {
  return inReadingOrder(changes ?? {}).flatMap(([field, value]) =>
    Array.isArray(value) && value.length === 2
      ? shownPair(field, value[0], value[1], words)
      : shownPair(field, null, value, words),
  );
}

/** Of a thing that is new, so many parts are read in one line. */
const mostParts = 5;

function shownPair(
  field: string,
  before: unknown,
  after: unknown,
  words: ChangeWords,
): ShownChange[] {
  if (isNothing(before) && isNothing(after)) return [];
  if (isId(before) || isId(after)) return [];
  if (isThing(before) && isThing(after)) {
    return inReadingOrder({ ...before, ...after })
      .filter(([part, value]) => !isId(value) && !isSame(before[part], after[part]))
      .flatMap(([part]) => shownPair(`${field}.${part}`, before[part], after[part], words));
  }
  const parts = isNothing(before) && isThing(after) ? partsOf(after) : [];
  if (parts.length > mostParts) {
    return parts.flatMap(([part, value]) => shownPair(`${field}.${part}`, null, value, words));
  }
  return [
    {
      about: fieldWords(field.split(".", 1)[0] ?? "", words.field),
      field: fieldWords(field, words.field),
      before: isNothing(before) ? null : valueWords(before, words, field),
      after: valueWords(after, words, field),
    },
  ];
}

type Thing = Readonly<Record<string, unknown>>;

const isNothing = (value: unknown) =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length);
const isThing = (value: unknown): value is Thing =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isMoney(value);
const isMoney = (value: object): value is Amount =>
  "amount" in value && "currency" in value && Object.keys(value).length === 2;
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const beginnings = ["date", "startsAt", "start", "from"];

/** The database keeps fields by their length; people read a beginning before its end. */
function inReadingOrder(fields: object): [string, unknown][] {
  const rank = ([field]: [string, unknown]) => {
    const at = beginnings.indexOf(field);
    return at === -1 ? beginnings.length : at;
  };
  return Object.entries(fields).toSorted((one, other) => rank(one) - rank(other));
}

/** What of a thing there is to be read; when it was written down stands beside it already. */
const partsOf = (thing: object) =>
  inReadingOrder(thing).filter(
    ([field, value]) =>
      !isId(value) && !isNothing(value) && value !== false && field !== "createdAt",
  );

const isId = (value: unknown) =>
  typeof value === "string" && /^[\da-f]{8}(-[\da-f]{4}){3}-/.test(value);
const isDay = (value: unknown) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isInstant = (value: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(value);

function valueWords(value: unknown, words: ChangeWords, field: string): string {
  if (isNothing(value)) return "–";
  if (typeof value === "string") {
    if (isInstant(value)) return words.instant(new Date(value));
    return isDay(value) ? words.day(value) : (words.value(value, field) ?? value);
  }
  if (typeof value === "boolean") return words.value(value, field) ?? String(value);
  if (typeof value === "number") return words.number(value, field);
  if (Array.isArray(value)) {
    if (value.every(isId)) return words.count(value.length);
    return value.map((part) => valueWords(part, words, field)).join(", ");
  }
  if (isMoney(value as object)) return words.money(value as Amount);
  return thingWords(value as Thing, words);
}

function thingWords(thing: Thing, words: ChangeWords): string {
  const { start, end, date, ...rest } = thing;
  if (isClock(start) && isClock(end)) return words.hours(start, end);
  const parts = partsOf(date === undefined ? thing : rest).map(([name, inner]) => {
    const field = fieldWords(name, words.field);
    // Hours need no name, and what is simply so no "yes".
    if (inner === true) return field;
    return name === "windows"
      ? valueWords(inner, words, name)
      : `${field}: ${valueWords(inner, words, name)}`;
  });
  const facts = parts.join("; ");
  return isDay(date) ? words.onDay(words.day(String(date)), facts) : facts;
}

const isClock = (value: unknown): value is string =>
  typeof value === "string" && /^\d{2}:\d{2}$/.test(value);
