import bidiFactory from "bidi-js";

import type { Fonts } from "./fonts";
import { candidatesFor, hanFormOf, type TypefaceName, type Weight } from "./typeface";

export type Direction = "ltr" | "rtl";

/** One letter as a reader sees it, with its marks; it is never parted. */
export interface Grapheme {
  /** As it is drawn; empty for what has no looks. */
  readonly text: string;
  /** Where it begins in the paragraph. */
  readonly at: number;
  readonly typeface: TypefaceName;
  /** How deep it is embedded (UAX #9); from right to left where odd. */
  readonly level: number;
}

export interface Paragraph {
  readonly text: string;
  readonly graphemes: readonly Grapheme[];
  /** 0 where it runs from left to right, 1 from right to left. */
  readonly level: number;
}

/** What is drawn from left to right, by one font, in one piece. */
export interface Run {
  readonly text: string;
  readonly typeface: TypefaceName;
  readonly isRightToLeft: boolean;
}

interface Manner {
  readonly fonts: Fonts;
  readonly weight: Weight;
  /** Of a paragraph without letters of its own. */
  readonly direction: Direction;
  /** BCP 47; it says how Han characters look where nothing else does. */
  readonly language: string;
}

const bidi = bidiFactory();
const byGrapheme = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Letters that need no order, no joining and no other font: most receipts have no others. */
const plain =
  /^[\u{20}-\u{7E}\u{A0}-\u{AC}\u{AE}-\u{2FF}\u{370}-\u{482}\u{48A}-\u{52F}\u{2010}-\u{2026}]*$/u;
const hasLooks = /[^\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zl}\p{Zp}]/u;
const isIgnorable = /\p{Default_Ignorable_Code_Point}/u;
/** What stands where no font has a glyph. */
const replacement = "\u{FFFD}";

/** A text of one paragraph as graphemes, each with the typeface that draws it and its direction. Never throws. */
export function paragraphOf(given: string, manner: Manner): Paragraph {
  const text = given.toWellFormed().replaceAll(/\s/gu, " ");
  if (plain.test(text)) return plainParagraph(text, manner);
  const embedding = bidi.getEmbeddingLevels(text, directionOf(text, manner.direction));
  const han = hanFormOf(text, manner.language);
  let before: TypefaceName = "latin";
  const graphemes = Array.from(byGrapheme.segment(text), ({ segment, index }) => {
    const drawn = drawable(segment, manner, candidatesFor(segment, { before, han }));
    before = drawn.typeface;
    return { ...drawn, at: index, level: embedding.levels[index] ?? 0 };
  });
  return { text, graphemes, level: embedding.paragraphs[0]?.level ?? 0 };
}

function plainParagraph(text: string, manner: Manner): Paragraph {
  // A number alone keeps its order, and stands where the document's lines begin.
  const level = manner.direction === "rtl" && !/\p{L}/u.test(text) ? 1 : 0;
  const inner = level === 0 ? 0 : 2;
  const graphemes = [...text].map((character, at) => ({
    ...drawable(character, manner, ["latin"]),
    at,
    level: inner,
  }));
  return { text, graphemes, level };
}

/** The paragraph's own, by its first letter that has one; else the document's. */
function directionOf(text: string, usual: Direction): Direction | "auto" {
  return /\p{L}/u.test(text) ? "auto" : usual;
}

/** The grapheme in the first typeface that has all of it, else without what is missing, else a replacement. */
function drawable(
  segment: string,
  { fonts, weight }: Manner,
  candidates: readonly TypefaceName[],
): { readonly text: string; readonly typeface: TypefaceName } {
  const [first = "latin"] = candidates;
  const characters = [...segment];
  if (!hasLooks.test(segment)) {
    // Joiners shape their neighbours; all other signs without looks have done their work.
    return { text: segment.replaceAll(/[^\u{200C}\u{200D}]/gu, ""), typeface: first };
  }
  const has = (name: TypefaceName, character: string) =>
    isIgnorable.test(character) ||
    fonts(name, weight).hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  const whole = candidates.find((name) => characters.every((character) => has(name, character)));
  if (whole) return { text: segment, typeface: whole };
  const [base = ""] = characters;
  const partly = candidates.find((name) => has(name, base));
  if (!partly) return { text: replacement, typeface: "latin" };
  return { text: characters.filter((one) => has(partly, one)).join(""), typeface: partly };
}

/** The runs of a line in the order in which they stand, from left to right (UAX #9, L1 and L2). */
export function runsOf(line: readonly Grapheme[], paragraphLevel: number): Run[] {
  const levels = lineLevels(line, paragraphLevel);
  const pieces: { text: string; typeface: TypefaceName; level: number }[] = [];
  line.forEach(({ text, typeface }, index) => {
    const level = levels[index] ?? 0;
    const last = pieces.at(-1);
    if (last && last.level === level && last.typeface === typeface) last.text += text;
    else pieces.push({ text, typeface, level });
  });
  const deepest = Math.max(0, ...levels);
  for (let depth = deepest; depth > 0; depth -= 1) reverseStretches(pieces, depth);
  return pieces
    .filter(({ text }) => text !== "")
    .map(({ text, typeface, level }) => ({ text, typeface, isRightToLeft: level % 2 === 1 }));
}

/** Blanks at a line's end stand at the paragraph's own level. */
function lineLevels(line: readonly Grapheme[], paragraphLevel: number): number[] {
  const lastInk = line.findLastIndex(({ text }) => /\S/u.test(text));
  return line.map(({ level }, index) => (index > lastInk ? paragraphLevel : level));
}

function reverseStretches(pieces: { readonly level: number }[], depth: number): void {
  let from = 0;
  while (from < pieces.length) {
    let to = from;
    while (to < pieces.length && (pieces[to]?.level ?? 0) >= depth) to += 1;
    if (to > from) pieces.splice(from, to - from, ...pieces.slice(from, to).toReversed());
    from = Math.max(to, from + 1);
  }
}
