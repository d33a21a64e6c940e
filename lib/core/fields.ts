import { z } from "zod";

import { fault, type FaultCode } from "./fault";
import { isStorableYear, storableYears } from "./calendar";
import { isWithin, signsOf, tidy, tidyPlain } from "./text";
import { isTimeZone, presentZone } from "./zone-names";

// What the rooms' schemas have in common, so that one fault is told in one way wherever it is made. What belongs to
// one room, such as an identity number, is that room's.

// ── Text ─────────────────────────────────────────────────────────────────────────────────────────

/** At most so many characters, as people count them; OpenAPI says it, and the fault is that of zod's own length. */
const atMost = <T extends z.ZodString>(text: T, most: number): T =>
  text
    .check(({ value, issues }) => {
      if (isWithin(value, most)) return;
      issues.push({
        code: "too_big",
        origin: "string",
        maximum: most,
        inclusive: true,
        input: value,
      });
    })
    .meta({ maxLength: most });

const oneLine = (text: z.ZodString, most: number) =>
  atMost(text, most).regex(/^[^\p{Cc}\u2028\u2029]*$/u, fault("one_line"));

/** One line, as `tidy` makes it, which may be empty: something to search for. */
export const partOfLine = (most: number) => oneLine(z.string().overwrite(tidy), most);

/** One line that a person typed: not empty, without control characters. */
export const lineOfText = (most: number) => partOfLine(most).min(1, fault("empty"));

/** The same of what machines read, such as a plate or a login name: no invisible sign stays in it. */
export const plainLine = (most: number) =>
  oneLine(z.string().overwrite(tidyPlain), most).min(1, fault("empty"));

/** A number or code, by its signs alone (`signsOf`): blanks, dashes and letter case say nothing. */
export const codeText = (most: number) =>
  oneLine(z.string().overwrite(signsOf), most).min(1, fault("empty"));

/** A word or number as text, by what is to be seen of it: a currency, an amount. Its own rule says the rest. */
export const plainText = z.string().overwrite(tidyPlain);

/** Text of several lines, without other control characters (the database refuses NUL). May be empty. */
export const pageOfText = (most: number) =>
  atMost(z.string().overwrite(tidy), most).regex(/^[\P{Cc}\n\r\t]*$/u, fault("control_characters"));

/** A part of what a list's things are called. */
export const searchText = partOfLine(100);
/** Why somebody does something. */
export const reasonText = lineOfText(500);

// ── People ───────────────────────────────────────────────────────────────────────────────────────

export const personName = lineOfText(120);
export const emailAddress = z
  .string()
  .overwrite(tidyPlain)
  .toLowerCase()
  .max(254, { abort: true })
  .regex(z.regexes.email, fault("email"));
/**
 * A phone as it is typed, with its country (`+94 77 123 4567`) or as at home (`077 123 4567`): whoever knows the
 * country makes E.164 of it (`keepPhone`).
 */
export const phoneNumber = plainLine(40).refine(looksLikePhone, fault("phone"));
/** The same where a phone is changed, which is judged where it is: what came by an import may be none, and may stay. */
export const changedPhone = plainLine(40);

function looksLikePhone(text: string): boolean {
  const written = text.normalize("NFKC");
  const digits = written.replace(/\P{Nd}/gu, "").length;
  return digits >= 6 && digits <= 20 && /^[+(]{0,2}[\p{Nd}\s().\-/\p{Pd}]+$/u.test(written);
}

// ── Ids ──────────────────────────────────────────────────────────────────────────────────────────

/** A UUID in its one spelling, of a thing for which its room has a fault: `idOf("station_id")`. */
export const idOf = (code: Extract<FaultCode, `${string}_id`>) => z.uuid(fault(code)).toLowerCase();
/** The same of whatever the other fields say. */
export const anyId = z.uuid(fault("any_id")).toLowerCase();

// ── Time ─────────────────────────────────────────────────────────────────────────────────────────

/** An RFC 3339 instant, read to the millisecond. */
export const instant = z.iso
  .datetime({ offset: true, error: fault("instant"), abort: true })
  .refine(isStorableYear, fault("year", storableYears))
  .transform((text) => new Date(text));

/** A calendar day; whose, the field says. */
export const day = z.iso
  .date({
    error: ({ input }) =>
      /^\d{4}-\d{2}-\d{2}$/.test(String(input)) ? fault("no_such_date") : fault("day"),
    abort: true,
  })
  .refine(isStorableYear, fault("year", storableYears));

/** For `.refine(...forwardOnly)` of an object with `startsAt` and `endsAt`. */
export const forwardOnly: [
  (range: { readonly startsAt: Date; readonly endsAt: Date }) => boolean,
  { path: string[]; error: string },
] = [
  ({ startsAt, endsAt }) => endsAt > startsAt,
  { path: ["endsAt"], error: fault("end_before_start") },
];

/** For `.refine(...freeRange)` of an object in which `availableFrom` and `availableTo` stand together or not at all. */
export const freeRange: [
  (range: { readonly availableFrom?: Date; readonly availableTo?: Date }) => boolean,
  { path: string[]; error: string },
] = [
  ({ availableFrom: from, availableTo: to }) => (from && to ? to > from : !from && !to),
  { path: ["availableTo"], error: fault("free_range") },
];

/** A time zone by its name in use; a former name is read as that, whatever its letter case. */
export const timeZoneName = z
  .string()
  .overwrite(tidyPlain)
  .max(64)
  .overwrite((name) => presentZone(name) ?? name)
  .refine(isTimeZone, fault("time_zone"));

// ── Numbers ──────────────────────────────────────────────────────────────────────────────────────

/** The number from `least` to `most`, told as the one range that it is. */
export const within = <N extends z.ZodNumber>(number: N, least: number, most: number): N =>
  number.min(least, fault("range", { least, most })).max(most, fault("range", { least, most }));

const asNumber = (value: unknown): unknown =>
  typeof value === "string" && /^\s*[+-]?\d{1,30}(\.\d{1,30})?\s*$/.test(value)
    ? Number(value)
    : value;

/**
 * A number that may be said as text, as an address and a form say one: plain decimal digits. `z.coerce` would take
 * `true`, `[2]`, `"0x2"` and nothing at all for numbers; here they are none.
 */
export const inDigits = <N extends z.ZodNumber>(number: N) => z.preprocess(asNumber, number);

// ── Money ────────────────────────────────────────────────────────────────────────────────────────

/** An amount in major units, `8.85` or `"8.85"`; how many places is the currency's to say. */
export const amount = z
  .union([z.number(), plainText], { error: fault("amount") })
  .refine((value) => /^\d{1,9}(\.\d{1,6})?$/.test(String(value)), fault("amount"));
export type Amount = z.infer<typeof amount>;

// ── Places ───────────────────────────────────────────────────────────────────────────────────────

/** A position in WGS84 degrees. */
export const location = z.strictObject({
  lat: z
    .number()
    .min(-90, fault("range", { least: -90, most: 90 }))
    .max(90, fault("latitude", { least: -90, most: 90 })),
  lng: within(z.number(), -180, 180),
});

/** Whether the position is 0,0, where what nobody filled in ends up, to the accuracy that positions are kept with. */
export const isNullIsland = ({
  lat,
  lng,
}: {
  readonly lat: number;
  readonly lng: number;
}): boolean => Math.abs(lat) < 1e-6 && Math.abs(lng) < 1e-6;

/** Where something stands that is told to us. */
export const siteLocation = location.refine((at) => !isNullIsland(at), {
  path: ["lat"],
  error: fault("null_island"),
});

const degrees = (text: string) => text.split(",").map((part) => (part.trim() ? Number(part) : NaN));

/** A position in an address: `lat,lng` in degrees. */
export const positionText = z
  .string()
  .refine((text) => {
    const [lat = NaN, lng = NaN, ...rest] = degrees(text);
    return rest.length === 0 && Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
  }, fault("position"))
  .transform((text) => {
    const [lat = 0, lng = 0] = degrees(text);
    return { lat, lng };
  });

/** A part of the map in an address: `west,south,east,north` in degrees; across the date line west is greater than east. */
export const boxText = z
  .string()
  .refine(
    (text) => degrees(text).length === 4 && degrees(text).every(Number.isFinite),
    fault("box"),
  )
  .transform((text) => degrees(text) as [number, number, number, number]);

// ── Bodies and lists ─────────────────────────────────────────────────────────────────────────────

/** For `.refine(...somethingToChange)` of an object whose fields are all optional. */
export const somethingToChange: [(body: object) => boolean, { error: string }] = [
  (body) => Object.values(body).some((value) => value !== undefined),
  { error: fault("nothing_to_change") },
];

/** By which of the fields a list may be sorted; `-` before a field's name turns the order round. */
export const sortBy = <const F extends string>(...fields: F[]) =>
  z.enum(fields.flatMap((field) => [field, `-${field}`]) as (F | `-${F}`)[]);

/** One or several of these words in an address, repeated or parted by commas. */
export const severalOf = <const W extends Readonly<Record<string, string>>>(words: z.ZodEnum<W>) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat().flatMap((text) => text.split(",")))
    .pipe(z.array(words).max(20));

// ── What goes out ────────────────────────────────────────────────────────────────────────────────

/** An instant as it leaves, in UTC. */
export const instantView = z.iso.datetime();
/** An amount as it leaves: major units as a decimal string. */
export const moneyView = z.object({ amount: z.string(), currency: z.string() });
