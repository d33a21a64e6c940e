import { type AnyColumn, ilike, like, or, type SQL, sql } from "drizzle-orm";

import { signsOf } from "./text";

// How lists and searches find things by what was typed. Names are kept composed (`tidy`), as is what is typed.

/** The text with what `like` reads as wildcards taken as it is. */
const plain = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

/** Whether the name holds the text somewhere, in any letter case. */
export const holding = (name: AnyColumn | SQL, text: string): SQL =>
  ilike(name, `%${plain(text)}%`);

/** Whether the name begins with the text, in any letter case. */
export const beginning = (name: AnyColumn, text: string): SQL => ilike(name, `${plain(text)}%`);

/** Whether the number or code, kept by its signs alone, begins with those typed. */
export function numberBeginning(number: AnyColumn, typed: string): SQL {
  const signs = signsOf(typed);
  return signs === "" ? sql`false` : like(number, `${plain(signs)}%`);
}

/**
 * Whether a booking's number, such as `BK-7F3K-29QD`, begins with the signs typed, however they are grouped; its own
 * may stand alone, since everybody's begin alike.
 */
export function bookingNumberBeginning(number: AnyColumn, typed: string): SQL {
  const signs = signsOf(typed);
  if (signs === "") return sql`false`;
  if ("BK".startsWith(signs)) return like(number, `${signs}%`);
  const own = plain(signs.replace(/^BK/, ""));
  return like(number, `BK-${[own.slice(0, 4), own.slice(4)].filter(Boolean).join("-")}%`);
}

/** Whether what is kept by its signs, or is made to (`signsOfPlate`), begins with those typed, `signsOf`. */
export const signsBeginning = (kept: SQL, signs: string): SQL =>
  sql`${kept} like ${`${plain(signs)}%`}`;

/** Whether what is kept by its signs ends with those typed, `signsOf`. */
export const signsEnding = (kept: SQL, signs: string): SQL =>
  sql`reverse(${kept}) like ${`${plain([...signs].toReversed().join(""))}%`}`;

/** Whether the phone holds the digits, as `digitsTyped` has them. */
export const digitsHolding = (phone: AnyColumn, digits: string): SQL => like(phone, `%${digits}%`);

/** Whether a number that is kept with hyphens holds the signs typed, however they are grouped. */
export function numberHolding(number: AnyColumn | SQL, typed: string): SQL {
  const signs = signsOf(typed);
  return signs === "" ? sql`false` : sql`replace(${number}, '-', '') like ${`%${plain(signs)}%`}`;
}

/** The digits of what may be a part of a phone, four or more, without the 0 before a national number; else null. */
export function digitsTyped(typed: string): string | null {
  const written = typed.replace(/\(0\)/g, "").normalize("NFKC");
  const digits = written.replace(/\D/g, "").replace(/^0+/, "");
  return /^[+\d\s().\-/\p{Pd}]+$/u.test(written) && digits.length >= 4 ? digits : null;
}

/**
 * Whether the phone, kept as E.164, holds the digits typed: a national number is found without the 0 before it,
 * and one with blanks, dashes or brackets.
 */
export function phoneHolding(phone: AnyColumn, typed: string): SQL {
  const digits = digitsTyped(typed);
  const asTyped = holding(phone, typed);
  return digits === null ? asTyped : (or(asTyped, digitsHolding(phone, digits)) ?? asTyped);
}

/**
 * Whether the name holds the text somewhere, or each of its words in whatever order, without regard to letter case and
 * accents: `muller` is in `Müller`, and `perera, ravi` finds Ravi Perera. Of a text or word of one or two letters a word
 * must begin with it, because no index knows less than three letters within a word. The database's `plain_text` says
 * what a name is without them; the names that many rows have are indexed by it.
 */
export function holdingPlain(name: AnyColumn, text: string): SQL {
  const asTyped = holdingPart(name, text);
  const words = [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
  if (words.length < 2) return words[0] === undefined ? asTyped : holdingPart(name, words[0]);
  const all = sql.join(
    words.map((word) => holdingPart(name, word)),
    sql` and `,
  );
  return sql`(${asTyped} or (${all}))`;
}

function holdingPart(name: AnyColumn, part: string): SQL {
  const holds = (pattern: string) => sql`plain_text(${name}) like plain_text(${pattern}::text)`;
  const said = plain(part);
  if ([...part].length > 2) return holds(`%${said}%`);
  return sql`(${holds(`${said}%`)} or ${holds(`% ${said}%`)})`;
}
