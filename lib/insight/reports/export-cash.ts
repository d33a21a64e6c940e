import type { Context } from "@/lib/core/context";
import { csvCell, csvFile, csvName } from "@/lib/core/csv";
import { sayIn } from "@/lib/words/say";

import { readCash } from "./read-cash";
import type { CashReport, ReadCash } from "./schema";

type Row = CashReport["rows"][number];

const columns = [
  ["day", ({ day }) => csvCell(day)],
  ["operator", ({ operator }) => csvName(operator ?? "")],
  ["sessions", ({ sessions }) => String(sessions)],
  ["charged", ({ charged }) => csvCell(charged.amount)],
  ["received", ({ received }) => csvCell(received.amount)],
  ["change", ({ change }) => csvCell(change.amount)],
  ["kept", ({ kept }) => csvCell(kept.amount)],
  ["due", ({ due }) => csvCell(due.amount)],
  ["currency", ({ kept }) => kept.currency],
] as const satisfies readonly (readonly [name: string, of: (row: Row) => string])[];

/**
 * The same as CSV (RFC 4180), a line for each day, operator and currency. Titles are the reader's words; in English
 * they are the columns' names (docs/decisions/exports.md). Throws what `readCash` throws.
 */
export async function exportCash(ctx: Context, query: ReadCash): Promise<string> {
  const { rows } = await readCash(ctx, query);
  const say = sayIn(ctx.locale);
  return csvFile([
    columns.map(([name]) => csvCell(say(`cashReport.export.columns.${name}`))),
    ...rows.map((row) => columns.map(([, cell]) => cell(row))),
  ]);
}
