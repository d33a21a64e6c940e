// What people type and paste, made the one text that was meant. Every door reads text by this: the fields of schemas
// (fields.ts), forms, imported files and the texts that things are searched by (docs/decisions/text.md).

/**
 * Signs that steer the direction of what stands around them (a phone copied from a contact list brings them along),
 * byte order marks, the halves of an emoji, and what stands for no character at all: nobody types them into a text.
 */
const strays = /[\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\p{Noncharacter_Code_Point}]/gu;
/** What shows nothing at the ends of a text. Joiners and variation selectors belong to the sign before them. */
const edge = /[\s\p{Cc}\u00ad\u200b\u200e\u200f\u2060]/u;
/** A sign of which something is to be seen; an empty braille cell is none. */
const shown = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/u;
/** Everything that shows nothing, joiners too, and white space. */
const unseen = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]+/gu;

/** So many characters at most has what is searched for. */
export const mostSearched = 100;

/** Whether nothing of the text can be seen. */
export const isBlank = (text: string): boolean => !shown.test(text);

/**
 * A text as it is kept: composed (NFC), so that one word is written in one way, without strays and without white or
 * invisible ends; empty where it shows nothing. Joiners within stay, which many scripts and emoji are written with.
 */
export function tidy(text: string): string {
  if (isBlank(text)) return "";
  return withoutEdges(text.toWellFormed().replace(strays, "")).normalize("NFC");
}

/** By counting, since a pattern would look at a long run of blanks once for each of them. */
function withoutEdges(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && edge.test(text.charAt(start))) start += 1;
  while (end > start && edge.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** The same for what machines read, such as an email: every invisible sign goes, wherever it stands. */
export function tidyPlain(text: string): string {
  return tidy(text).replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, "");
}

/**
 * A number or code by its signs alone, in upper case: blanks and dashes of every kind stand in it for the eye, and
 * full-width signs are the same signs. `bk–h94f 3tg` is `BKH94F3TG`. It is compared, and kept where no sign of its
 * own is a dash. An apostrophe before it, as exports write one (csv.ts), is none of its signs.
 */
export function signsOf(text: string): string {
  return text
    .normalize("NFKC")
    .replace(unseen, "")
    .replace(/^'/, "")
    .replace(/[\p{Pd}\u2212]/gu, "")
    .toUpperCase();
}

let segmenter: Intl.Segmenter | undefined;
/** Made when a long text asks for it: a browser that has none reads all others. */
function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter.segment(text);
}

/** How many code units a character takes at most on the average: those of scripts whose signs are put together. */
const unitsEach = 4;
/** More marks on one sign than any script has. */
const pile = /\p{M}{33}/u;

/**
 * Whether the text has at most `most` characters as people count them, so that an emoji or a letter with its marks
 * is one, and none of them is a heap of marks without end.
 */
export function isWithin(text: string, most: number): boolean {
  if (pile.test(text)) return false;
  if (text.length <= most) return true;
  return text.length <= most * unitsEach && cut(text, most).length === text.length;
}

/** What a source or an address says as one line of at most `most` characters; empty where nothing is left. */
export function asLine(text: string, most: number): string {
  return tidy(cut(tidy(text.replace(/[\s\p{Cc}]+/gu, " ")), most));
}

/** The first `most` characters of the text, as people count them, in at most `units` code units. */
export function cut(text: string, most: number, units = most * unitsEach): string {
  if (text.length <= Math.min(most, units)) return text;
  let end = 0;
  let count = 0;
  for (const { index, segment } of graphemesOf(text)) {
    const after = index + segment.length;
    if (count === most || after > units) break;
    count += 1;
    end = after;
  }
  return text.slice(0, end);
}
