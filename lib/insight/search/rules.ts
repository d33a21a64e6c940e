import { mostMatches } from "./schema";

/** At most so many of a kind. */
export const most = mostMatches;

/** Of each way to find something so many are looked at at most: beyond it one types more, and nothing is read for long. */
export const mostCandidates = 500;

/** How alike words must be at least, by their trigrams, to be looked at closer: what a swapped letter leaves of a name. */
export const leastAlike = 0.3;

/** How many letters of a word may be wrong, missing, too many or swapped; of a number none. */
const slipsIn = (word: string) =>
  word.length < 4 || /\p{N}/u.test(word) ? 0 : word.length < 7 ? 1 : 2;

/** Whether each word typed is, but for a slip or two, a word of the name or its beginning; both plain already. */
export function resembles(typed: string, name: string): boolean {
  const words = wordsOf(name);
  return wordsOf(typed).every((word) =>
    words.some((other) => slipsBetween(word, other, slipsIn(word)) <= slipsIn(word)),
  );
}

const wordsOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");

/**
 * How many letters lie between what was typed and the name's word, of which the end may still be to come: wrong,
 * missing, too many, or two neighbours swapped, each one slip (the distance of Damerau and Levenshtein, in its form of
 * optimal string alignment). Any number above `most` where it is more.
 */
export function slipsBetween(typed: string, word: string, most: number): number {
  const width = Math.min(word.length, typed.length + most);
  let before: number[] = [];
  let row = Array.from({ length: width + 1 }, (_, at) => at);
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= width; j += 1) {
      const isSame = typed[i - 1] === word[j - 1];
      let slips = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + (isSame ? 0 : 1));
      const isSwapped =
        i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
      if (isSwapped) slips = Math.min(slips, at(before, j - 2) + 1);
      next.push(slips);
    }
    before = row;
    row = next;
  }
  // The word's end may be missing: what was typed is the beginning of it.
  return Math.min(...row);
}

const at = (row: readonly number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY;
