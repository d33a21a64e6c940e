import writeExcelFile from "write-excel-file/node";

import type { ReportColumn } from "./schema";
import type { ReportCell } from "./tabulate-report";

/** What a sheet has: its name, the titles of its columns and their rows. */
export interface Sheet {
  readonly title: string;
  readonly titles: readonly string[];
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** What the rows come to, in bold below them. */
  readonly totals: readonly (readonly ReportCell[])[];
  /** What is to be said of them, in a last row. */
  readonly note: string | null;
}

/** A sheet's name may have so many characters, and none of these. */
const sheetName = (title: string) => title.replaceAll(/[\\/?*[\]:]/g, " ").slice(0, 31);

/** An amount as it is written: plain decimals, which a spreadsheet adds up. */
const isAmount = (text: string) => /^-?\d{1,15}(?:\.\d{1,3})?$/.test(text);

/** The rows as an XLSX file: texts are texts whatever they begin with, numbers and amounts are numbers. */
export async function writeSheet(sheet: Sheet): Promise<Uint8Array> {
  const { title, titles, columns, rows, totals, note } = sheet;
  const cellOf = (value: ReportCell, at: number) => {
    if (value === null) return null;
    if (typeof value === "number") {
      return { value, type: Number, ...(columns[at] === "rate" && { format: "0.00%" }) };
    }
    if (at > 0 && isAmount(value)) return { value: Number(value), type: Number, format: "0.00" };
    return { value, type: String };
  };
  const head = titles.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
  const bold = (cell: ReturnType<typeof cellOf>) =>
    cell && { ...cell, fontWeight: "bold" as const };
  const lines = [
    ...rows.map((row) => row.map(cellOf)),
    ...totals.map((row) => row.map((value, at) => bold(cellOf(value, at)))),
    ...(note === null ? [] : [[cellOf(note, 0)]]),
  ];
  return writeExcelFile([head, ...lines], {
    sheet: sheetName(title),
    stickyRowsCount: 1,
    columns: titles.map((text, at) => ({ width: at === 0 ? 28 : Math.max(12, text.length + 2) })),
  }).toBuffer();
}
