import { z } from "zod";

import { isStorableYear } from "./calendar";
import { isTimeZone, presentZone } from "./zone-names";

// What the rooms' schemas have in common, so that one fault is told in one way wherever it is made. What belongs to
// one room, such as an identity number, is that room's.

// ── Text ─────────────────────────────────────────────────────────────────────────────────────────

/** One line, trimmed, which may be empty: something to search for. */
export const partOfLine = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Use at most ${max} characters.`)
    .regex(/^\P{Cc}*$/u, "Must be one line, without control characters.");

/** One line that a person typed: trimmed, not empty, without control characters. */
export const lineOfText = (max: number) => partOfLine(max).min(1, "Must not be empty.");

/** Text of several lines, trimmed, without other control characters (the database refuses NUL). May be empty. */
export const pageOfText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Use at most ${max} characters.`)
    .regex(/^[\P{Cc}\n\r\t]*$/u, "Must be without control characters.");

/** A part of what a list's things are called. */
export const searchText = partOfLine(100);
/** Why somebody does something. */
export const reasonText = lineOfText(500);

// ── People ───────────────────────────────────────────────────────────────────────────────────────

export const personName = lineOfText(120);
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { error: "Use at most 254 characters.", abort: true })
  .regex(z.regexes.email, "Use an address such as ada@example.com.");
/** E.164; spaces, hyphens, dots and parentheses are taken out. */
export const phoneNumber = z
  .string()
  .overwrite((text) => text.replace(/[\s().-]/g, ""))
  .regex(/^\+[1-9]\d{6,14}$/, "Use the international form, such as +94771234567.");

// ── Ids ──────────────────────────────────────────────────────────────────────────────────────────

/** A UUID in its one spelling; `what` is said as in `a station`. */
export const idOf = (what: string) => z.uuid(`Use the id of ${what}.`).toLowerCase();
/** The same of whatever the other fields say. */
export const anyId = z.uuid("Use an id.").toLowerCase();

// ── Time ─────────────────────────────────────────────────────────────────────────────────────────

const years = "Use a year between 2000 and 2199.";

/** An RFC 3339 instant, read to the millisecond. */
export const instant = z.iso
  .datetime({ offset: true, error: "Use an instant such as 2026-12-25T08:00:00Z.", abort: true })
  .refine(isStorableYear, years)
  .transform((text) => new Date(text));

/** A calendar day; whose, the field says. */
export const day = z.iso
  .date({
    error: ({ input }) =>
      /^\d{4}-\d{2}-\d{2}$/.test(String(input))
        ? "There is no such date."
        : "Use YYYY-MM-DD, such as 2026-12-25.",
    abort: true,
  })
  .refine(isStorableYear, years);

/** For `.refine(...forwardOnly)` of an object with `startsAt` and `endsAt`. */
export const forwardOnly: [
  (range: { readonly startsAt: Date; readonly endsAt: Date }) => boolean,
  { path: string[]; error: string },
] = [
  ({ startsAt, endsAt }) => endsAt > startsAt,
  { path: ["endsAt"], error: "The end must be after the start." },
];

/** A time zone by its name in use; a former name is read as that, whatever its letter case. */
export const timeZoneName = z
  .string()
  .trim()
  .max(64)
  .overwrite((name) => presentZone(name) ?? name)
  .refine(isTimeZone, "Use an IANA time zone, such as America/New_York.");

// ── Money ────────────────────────────────────────────────────────────────────────────────────────

const plainAmount = "Use an amount such as 8.85.";

/** An amount in major units, `8.85` or `"8.85"`; how many places is the currency's to say. */
export const amount = z
  .union([z.number(), z.string().trim()], { error: plainAmount })
  .refine((value) => /^\d{1,9}(\.\d{1,6})?$/.test(String(value)), plainAmount);
export type Amount = z.infer<typeof amount>;

// ── Places ───────────────────────────────────────────────────────────────────────────────────────

/** A position in WGS84 degrees. */
export const location = z.strictObject({
  lat: z.number().min(-90, "Use -90 to 90.").max(90, "Use -90 to 90; are lat and lng swapped?"),
  lng: z.number().min(-180, "Use -180 to 180.").max(180, "Use -180 to 180."),
});

const degrees = (text: string) => text.split(",").map((part) => (part.trim() ? Number(part) : NaN));

/** A position in an address: `lat,lng` in degrees. */
export const positionText = z
  .string()
  .refine((text) => {
    const [lat = NaN, lng = NaN, ...rest] = degrees(text);
    return rest.length === 0 && Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
  }, "Use lat,lng in degrees, such as 42.65,-73.75.")
  .transform((text) => {
    const [lat = 0, lng = 0] = degrees(text);
    return { lat, lng };
  });

/** A part of the map in an address: `west,south,east,north` in degrees. */
export const boxText = z
  .string()
  .refine(
    (text) => degrees(text).length === 4 && degrees(text).every(Number.isFinite),
    "Use west,south,east,north in degrees.",
  )
  .transform((text) => degrees(text) as [number, number, number, number]);

// ── Bodies and lists ─────────────────────────────────────────────────────────────────────────────

/** For `.refine(...somethingToChange)` of an object whose fields are all optional. */
export const somethingToChange: [(body: object) => boolean, { error: string }] = [
  (body) => Object.values(body).some((value) => value !== undefined),
  { error: "Name at least one field to change." },
];

/** By which of the fields a list may be sorted; `-` before a field's name turns the order round. */
export const sortBy = <const F extends string>(...fields: F[]) =>
  z.enum(fields.flatMap((field) => [field, `-${field}`]) as (F | `-${F}`)[]);

// ── What goes out ────────────────────────────────────────────────────────────────────────────────

/** An instant as it leaves, in UTC. */
export const instantView = z.iso.datetime();
/** An amount as it leaves: major units as a decimal string. */
export const moneyView = z.object({ amount: z.string(), currency: z.string() });
