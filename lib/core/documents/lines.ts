import LineBreaker from "linebreak";

import type { Grapheme, Paragraph } from "./paragraph";

/** Scripts that write no blanks between words, where a dictionary tells them apart. */
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const byWord = new Intl.Segmenter("th", { granularity: "word" });

interface Room {
  /** How wide graphemes are side by side. */
  readonly widthOf: (graphemes: readonly Grapheme[]) => number;
  readonly width: number;
  /** The most lines; what is left over ends in an ellipsis. */
  readonly most: number;
}

/** Breaks a paragraph into lines (UAX #14, and by words where they are not spaced); never inside a grapheme. */
export function linesOf(paragraph: Paragraph, room: Room): Grapheme[][] {
  const { graphemes } = paragraph;
  if (room.widthOf(graphemes) <= room.width) return [[...graphemes]];
  const lines: Grapheme[][] = [];
  let line: Grapheme[] = [];
  const fits = (more: readonly Grapheme[]) =>
    room.widthOf(trimmed([...line, ...more])) <= room.width;
  const turn = () => {
    lines.push(trimmed(line));
    line = [];
  };
  for (const word of wordsOf(paragraph)) {
    if (line.length > 0 && !fits(word)) turn();
    if (fits(word)) {
      line.push(...word);
      continue;
    }
    for (const grapheme of word) {
      if (line.length > 0 && !fits([grapheme])) turn();
      line.push(grapheme);
    }
  }
  turn();
  return lines.length > room.most ? shortened(lines, paragraph, room) : lines;
}

function shortened(lines: readonly Grapheme[][], { level }: Paragraph, room: Room): Grapheme[][] {
  const kept = lines.slice(0, room.most);
  const ellipsis: Grapheme = { text: "…", at: -1, typeface: "latin", level };
  const last = kept.at(-1) ?? [];
  let rest = [...last];
  while (rest.length > 0 && room.widthOf([...rest, ellipsis]) > room.width) {
    rest = trimmed(rest.slice(0, -1));
  }
  return [...kept.slice(0, -1), [...rest, ellipsis]];
}

/** Graphemes up to each place at which a line may end, blanks with the word before them. */
function wordsOf({ text, graphemes }: Paragraph): Grapheme[][] {
  const breaks = breaksOf(text);
  const words: Grapheme[][] = [];
  let word: Grapheme[] = [];
  for (const grapheme of graphemes) {
    if (word.length > 0 && breaks.has(grapheme.at)) {
      words.push(word);
      word = [];
    }
    word.push(grapheme);
  }
  if (word.length > 0) words.push(word);
  return words;
}

function breaksOf(text: string): ReadonlySet<number> {
  const breaks = new Set<number>();
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) breaks.add(next.position);
  if (unspaced.test(text)) {
    for (const { index } of byWord.segment(text)) {
      const isInside = unspaced.test(text[index - 1] ?? "") && unspaced.test(text[index] ?? "");
      if (isInside) breaks.add(index);
    }
  }
  return breaks;
}

function trimmed(line: Grapheme[]): Grapheme[] {
  return line.slice(0, line.findLastIndex(({ text }) => /\S/u.test(text)) + 1);
}
