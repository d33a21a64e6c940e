import { parse } from "csv-parse/sync";

import { fail } from "@/lib/core/errors";
import type { Fault } from "@/lib/core/fault";

/** One record of a CSV file by its columns, or what is wrong with it. `row` is its first line, from 1. */
export type CsvRecord =
  | { readonly row: number; readonly fields: Readonly<Record<string, string>> }
  | { readonly row: number; readonly fault: Fault };

/** A quoted field may run over some lines; more, and its first line is broken. */
const longestRecord = 20;

/**
 * Reads CSV record by record, so that a broken one is told and the next still read. Column names are folded:
 * "Station Name" and "station_name" are the same. Takes the text whole or as it arrives.
 * Throws `import.unreadable` when the file has no header.
 */
export async function* parseCsvRecords(
  source: string | AsyncIterable<string>,
): AsyncGenerator<CsvRecord> {
  let columns: string[] | null = null;
  for await (const { row, text } of recordsOf(source)) {
    if (text.trim() === "") continue;
    const values = text.includes("\0") ? null : valuesOf(text);
    if (!columns) {
      if (!values) throw fail("import.unreadable", { why: "no_header" });
      columns = values.map(folded);
      continue;
    }
    if (!values) yield { row, fault: { code: "row_not_csv" } };
    else if (values.length !== columns.length) {
      const counts = { values: values.length, columns: columns.length };
      yield { row, fault: { code: "row_columns", values: counts } };
    } else {
      const entries = columns.map((name, index) => [name, values[index]?.trim() ?? ""] as const);
      yield { row, fields: Object.fromEntries(entries) };
    }
  }
  if (!columns) throw fail("import.unreadable", { why: "empty" });
}

const folded = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");

function valuesOf(text: string): string[] | null {
  try {
    const [values] = parse(text, { relax_column_count: true });
    return values ?? null;
  } catch {
    return null;
  }
}

interface Line {
  readonly row: number;
  readonly text: string;
}

/** Puts lines together while a quote is open; where it never closes, only the first of them is given up. */
async function* recordsOf(source: string | AsyncIterable<string>): AsyncGenerator<Line> {
  let open: Line[] = [];
  const flush = function* (last: boolean): Generator<Line> {
    for (;;) {
      const whole = open.findIndex((_, index) => isClosed(open.slice(0, index + 1)));
      const [first] = open;
      if (!first || (whole < 0 && open.length < longestRecord && !last)) return;
      const taken = whole < 0 ? [first] : open.slice(0, whole + 1);
      open = open.slice(taken.length);
      yield { row: first.row, text: taken.map(({ text }) => text).join("\n") };
    }
  };
  for await (const line of linesOf(source)) {
    open.push(line);
    yield* flush(false);
  }
  yield* flush(true);
}

const isClosed = (lines: readonly Line[]) =>
  lines.reduce((quotes, { text }) => quotes + text.split('"').length - 1, 0) % 2 === 0;

async function* linesOf(source: string | AsyncIterable<string>): AsyncGenerator<Line> {
  let row = 0;
  let rest = "";
  for await (const chunk of typeof source === "string" ? [source] : source) {
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    for (const text of lines) {
      row += 1;
      yield { row, text: row === 1 ? text.replace(/^\uFEFF/, "") : text };
    }
  }
  row += 1;
  if (rest !== "") yield { row, text: row === 1 ? rest.replace(/^\uFEFF/, "") : rest };
}
