/** One change as a reader sees it: what it is about, and before and after. */
export interface ShownChange {
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
  /** An instant, which records hold in ISO 8601, in the reader's zone. */
  readonly instant: (instant: Date) => string;
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
 * What a record says that changed; a pair is before and after, anything else a fact. Ids tell a reader nothing:
 * they are shortened to what sets them apart, and within a thing left out.
 */
export function shownChanges(
  changes: Readonly<Record<string, unknown>> | null,
  words: ChangeWords,
): ShownChange[] {
  return inReadingOrder(changes ?? {}).map(([field, value]) => {
    const pair = Array.isArray(value) && value.length === 2;
    return {
      field: fieldWords(field, words.field),
      before: pair ? valueWords(value[0], words, field) : null,
      after: valueWords(pair ? value[1] : value, words, field),
    };
  });
}

const beginnings = ["date", "startsAt", "start", "from"];

/** The database keeps fields by their length; people read a beginning before its end. */
function inReadingOrder(fields: object): [string, unknown][] {
  const rank = ([field]: [string, unknown]) => {
    const at = beginnings.indexOf(field);
    return at === -1 ? beginnings.length : at;
  };
  return Object.entries(fields).toSorted((one, other) => rank(one) - rank(other));
}

const isId = (value: unknown) =>
  typeof value === "string" && /^[\da-f]{8}(-[\da-f]{4}){3}-/.test(value);
const isInstant = (value: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(value);

function valueWords(value: unknown, words: ChangeWords, field: string): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "string") {
    if (isInstant(value)) return words.instant(new Date(value));
    return isId(value) ? `…${value.slice(-6)}` : (words.value(value, field) ?? value);
  }
  if (typeof value === "boolean") return words.value(value, field) ?? String(value);
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) {
    return value.length === 0
      ? "–"
      : value.map((part) => valueWords(part, words, field)).join(", ");
  }
  return inReadingOrder(value)
    .filter(([, inner]) => !isId(inner))
    .map(([name, inner]) => `${fieldWords(name, words.field)}: ${valueWords(inner, words, name)}`)
    .join("; ");
}
