import { fail } from "@/lib/core/errors";

import type { TakeTurns } from "./take-turns";

/** A line of a file, from 1. */
export interface Line {
  readonly row: number;
  readonly text: string;
}

/** Lines that are passed over before others have a turn again. */
const manyEmpty = 4_096;

/**
 * The text's lines in which something stands, whichever of the three ends they have, found one after the other.
 * Spreadsheets write many rows of commas alone.
 */
export async function* linesOf(text: string, turns: TakeTurns): AsyncGenerator<Line> {
  const end = text.includes("\n") ? "\n" : "\r";
  let row = 0;
  let passed = 0;
  for (let from = 0; from < text.length;) {
    const found = text.indexOf(end, from);
    const to = found < 0 ? text.length : found;
    row += 1;
    const line = text.slice(from, to);
    passed += line.length + 1;
    from = to + 1;
    if (/[^\s,;|]/.test(line)) {
      yield { row, text: line.endsWith("\r") ? line.slice(0, -1) : line };
    } else if (row % manyEmpty !== 0) {
      continue;
    }
    await turns(passed);
    passed = 0;
  }
}

/** Throws `import.unreadable` where more than `most` lines follow the header, before any of them is read. */
export async function assertRows(text: string, most: number, turns: TakeTurns): Promise<void> {
  let rows = -1;
  for await (const _line of linesOf(text, turns)) {
    rows += 1;
    if (rows > most) throw fail("import.unreadable", { why: "too_many", most });
  }
}
