import { CsvError, parse, type Options } from "csv-parse/sync";

import { fail } from "@/lib/core/errors";
import type { Fault } from "@/lib/core/fault";

import { linesOf, type Line } from "./split-lines";
import type { TakeTurns } from "./take-turns";

/** One record of a CSV file by its columns, or what is wrong with it. `row` is its first line, from 1. */
export type CsvRecord =
  | { readonly row: number; readonly fields: Readonly<Record<string, string>> }
  | { readonly row: number; readonly fault: Fault };

/** A CSV file whose header was read. */
export interface CsvFile {
  /** Its columns' names, folded: "Station Name" and "station_name" are the same; and as they were written. */
  readonly columns: readonly { readonly name: string; readonly written: string }[];
  readonly delimiter: string;
  readonly records: AsyncIterable<CsvRecord>;
}

/** A quoted field may run over some lines, and a record over so many characters; what does not is broken. */
const longest = { lines: 20, characters: 64 * 1024 } as const;

/**
 * Reads CSV record by record, so that a broken one is told and the next still read. Values are parted as a first line
 * `sep=;` says, else by the one of comma, semicolon, tab and bar that parts the header most. Rows in which nothing
 * stands are passed over. Every other line is a row or a part of one that is told: a quote that stands within a value
 * is a letter of it; one that opens a value and does not close gives up its own line alone.
 * Throws `import.unreadable` when the file has no header.
 */
export async function openCsv(text: string, turns: TakeTurns): Promise<CsvFile> {
  const lines = linesOf(text, turns);
  const next = async () => (await lines.next()).value as Line | undefined;
  const first = await next();
  const told = first && /^sep=(.)$/i.exec(first.text.trim())?.[1];
  const header = told ? await next() : first;
  if (!header) throw fail("import.unreadable", { why: "empty" });
  if (!fits(header)) throw fail("import.unreadable", { why: "no_header" });
  const delimiter = told ?? delimiterOf(header.text);
  const written = valuesOf(header.text, delimiter);
  if (!written) throw fail("import.unreadable", { why: "no_header" });
  while (written.length > 0 && written.at(-1)?.trim() === "") written.pop();
  const columns = written.map((name) => ({ name: folded(name), written: name.trim() }));
  return { columns, delimiter, records: recordsOf(lines, columns, delimiter) };
}

function delimiterOf(header: string): string {
  const bare = header.replaceAll(/"[^"]*"/g, "");
  const counted = [",", ";", "\t", "|"].map((sign) => ({ sign, count: bare.split(sign).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

const folded = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");

async function* recordsOf(
  lines: AsyncGenerator<Line>,
  columns: CsvFile["columns"],
  delimiter: string,
): AsyncGenerator<CsvRecord> {
  const ahead: Line[] = [];
  const look = async (count: number) => {
    while (ahead.length < count) {
      const { value, done } = await lines.next();
      if (done) break;
      ahead.push(value);
    }
    return ahead;
  };
  for (;;) {
    const [line] = await look(1);
    if (!line) return;
    const own = fits(line) ? valuesOf(line.text, delimiter) : null;
    const values = own ?? longValues(await look(longest.lines), columns.length, delimiter);
    ahead.splice(0, own || !values ? 1 : linesIn(values));
    if (values?.every((value) => value.trim() === "")) continue;
    yield values
      ? record(line.row, values, columns)
      : { row: line.row, fault: { code: fits(line) ? "row_not_csv" : "row_too_long" } };
  }
}

const fits = ({ text }: Line) => text.length <= longest.characters;

/** One line's values, a quote within a value being a letter of it; null where one that opens a value stays open. */
function valuesOf(line: string, delimiter: string): string[] | null {
  if (line.includes("\0")) return null;
  if (!line.includes('"')) return line.split(delimiter);
  const values = parsed(line, { delimiter, relax_quotes: true });
  return Array.isArray(values) ? values : null;
}

/**
 * The values of a record that begins at the first of these lines and runs over several: only where it is CSV to the
 * letter and has as many values as there are columns, so that two rows with a stray quote each are not taken for one.
 */
function longValues(lines: readonly Line[], columns: number, delimiter: string): string[] | null {
  for (const count of [2, 5, longest.lines]) {
    const text = lines
      .slice(0, count)
      .map((line) => line.text)
      .join("\n");
    if (text.length > longest.characters || text.includes("\0")) return null;
    const values = parsed(text, { delimiter, to: 1 });
    if (values === "open" && count < lines.length) continue;
    return Array.isArray(values) && values.length === columns && linesIn(values) > 1
      ? values
      : null;
  }
  return null;
}

const linesIn = (values: readonly string[]) =>
  values.reduce((sum, value) => sum + value.split("\n").length - 1, 1);

/** The first record's values; "open" where a quote does not close, "broken" where it is no CSV otherwise. */
function parsed(text: string, options: Options): string[] | "open" | "broken" {
  try {
    const rules = { ...options, relax_column_count: true, record_delimiter: "\n" } as const;
    const [values] = parse(text, rules);
    return values ?? "broken";
  } catch (error) {
    return error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED" ? "open" : "broken";
  }
}

/** The values by their columns; further ones are let pass where nothing stands in them, as spreadsheets leave them. */
function record(row: number, values: readonly string[], columns: CsvFile["columns"]): CsvRecord {
  const further = values.slice(columns.length);
  if (values.length < columns.length || further.some((value) => value.trim() !== "")) {
    const counts = { values: values.length, columns: columns.length };
    return { row, fault: { code: "row_columns", values: counts } };
  }
  const entries = columns.map(({ name }, at) => [name, values[at]?.trim() ?? ""] as const);
  return { row, fields: Object.fromEntries(entries) };
}
