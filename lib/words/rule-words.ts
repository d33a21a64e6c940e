import { clockIn, type HourCycle, plainUnits, type Units } from "@/lib/core/units";

import { catalogueOf, defaultLocale, type Locale, type Say, sayIn } from "./say";

/** What a sentence is filled with: numbers, texts, instants (said in the zone of `timeZone`) and lists of texts. */
export type SentenceValues = Readonly<Record<string, unknown>>;

/** A refusal's code, a fault's code or a setting's name, with what its sentence is filled with. */
export interface Sentence {
  readonly code: string;
  readonly values?: SentenceValues | undefined;
}

/** What the rules say to people, in one language. */
export interface RuleWords {
  /** Why a use case refuses: `rules.refusals`. */
  readonly refusal: (sentence: Sentence) => string;
  /** What is wrong with a value: `rules.faults`. A refusal that belongs to a field is said as such. */
  readonly fault: (sentence: Sentence) => string;
  /** Why a job did something: `rules.reasons`; a text that is no code of those is said as it is. */
  readonly reason: (text: string) => string;
  /** What a setting is for: `rules.settings`. */
  readonly setting: (name: string) => string;
}

/** The reasons of jobs, by code; a person's may be any text, `constructor` too. */
const { reasons } = catalogueOf(defaultLocale).rules;

/** The rules' words as a language's messages say them. */
export function ruleWords(
  locale: string,
  say: Say,
  hourCycle: HourCycle = plainUnits.hourCycle,
): RuleWords {
  const list = new Intl.ListFormat(locale, { type: "unit" });
  const sentence = (path: string, values?: SentenceValues) => {
    const key = `rules.${path}` as "rules.refusals.request.invalid";
    if (!values) return say(key);
    const filled = filledIn(values, list) as never;
    return Object.values(values).some((value) => value instanceof Date)
      ? say(key, filled, formatsIn(values, hourCycle))
      : say(key, filled);
  };
  const refusal: RuleWords["refusal"] = ({ code, values }) => sentence(`refusals.${code}`, values);
  return {
    refusal,
    fault: ({ code, values }) =>
      code.includes(".") ? refusal({ code, values }) : sentence(`faults.${code}`, values),
    reason: (text) => (Object.hasOwn(reasons, text) ? sentence(`reasons.${text}`) : text),
    setting: (name) => sentence(`settings.${name}`),
  };
}

const known = new Map<string, RuleWords>();

/** What the rules say in a language of ours, with times by the reader's clock. */
export function rulesIn(
  locale: Locale,
  { hourCycle }: Pick<Units, "hourCycle"> = plainUnits,
): RuleWords {
  const key = `${locale} ${hourCycle}`;
  let words = known.get(key);
  if (!words) {
    words = ruleWords(locale, sayIn(locale), hourCycle);
    known.set(key, words);
  }
  return words;
}

/** What they say where nobody asked for another language; the log's and the tests' too. */
export const english = rulesIn(defaultLocale);

/** Values as ICU messages take them: a list is said as the language says lists. */
function filledIn(values: SentenceValues, list: Intl.ListFormat): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? list.format(value.map(String))
        : typeof value === "number" || value instanceof Date
          ? value
          : String(value),
    ]),
  );
}

/** How sentences say an instant, by name: `{opensAt, time, clock}`, `{opensAt, date, day}`; in the place's own zone. */
function formatsIn({ timeZone = "UTC" }: SentenceValues, hourCycle: HourCycle) {
  const zone = { timeZone: String(timeZone) };
  return {
    dateTime: {
      clock: { ...zone, ...clockIn(hourCycle) },
      day: { ...zone, calendar: "iso8601", year: "numeric", month: "2-digit", day: "2-digit" },
      longDay: { ...zone, year: "numeric", month: "long", day: "numeric" },
    },
  } as const;
}
