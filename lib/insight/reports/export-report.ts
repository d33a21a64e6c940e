import type { Context } from "@/lib/core/context";
import { csvCell, csvFile, csvName } from "@/lib/core/csv";
import { scopeOf } from "@/lib/core/permissions";
import { sayIn } from "@/lib/words/say";

import { chooseScope } from "./choose-scope";
import { drawReport } from "./draw-report";
import type { ExportReport, ReportFormat } from "./schema";
import { findBusiness } from "./store/figures";
import { tabulate, type ReportCell } from "./tabulate-report";
import { writeSheet } from "./write-sheet";

/** A report as a file. */
interface ReportFile {
  readonly content: string | Uint8Array;
  readonly contentType: string;
  readonly filename: string;
}

const types: Readonly<Record<ReportFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
};

/** A report as a file to be downloaded. Throws what the report throws. */
export async function exportReport(ctx: Context, query: ExportReport, format: ReportFormat) {
  scopeOf(ctx, "report.read");
  const { content, contentType, filename } = await makeReportFile(ctx, query, format);
  const headers = { "Content-Disposition": `attachment; filename="${filename}"` };
  return { content, contentType, headers };
}

/**
 * A report as a file, its titles in the reader's words: CSV (RFC 4180), a spreadsheet whose numbers are numbers, or an
 * A4 document (docs/decisions/exports.md). Throws what the report throws.
 */
export async function makeReportFile(
  ctx: Context,
  query: ExportReport,
  format: ReportFormat,
): Promise<ReportFile> {
  const scope = await chooseScope(ctx, query);
  const table = await tabulate(ctx, query);
  const business = scope.reach === "business" ? await findBusiness(ctx, scope.businessId) : null;
  const say = sayIn(ctx.locale);
  const titles = table.columns.map((column) => say(`reports.columns.${column}`));
  const title = say(`reports.names.${query.report}`);
  const note = table.basis ? say("reports.co2Note", table.basis) : null;
  const { columns, rows, totals = [] } = table;
  const content = {
    csv: () => csvOf(titles, [...rows, ...totals, ...noteRow(note, titles.length)]),
    xlsx: () => writeSheet({ title, titles, columns, rows, totals, note }),
    pdf: () => drawReport(ctx, { ...table, title, titles, note, business: business?.name ?? null }),
  };
  return {
    content: await content[format](),
    contentType: types[format],
    filename: `${query.report}-${table.from}-${table.to}.${format}`,
  };
}

/** A last row that says something; as many cells as the others, which RFC 4180 asks for. */
const noteRow = (note: string | null, columns: number): ReportCell[][] =>
  note === null ? [] : [[note, ...Array.from({ length: columns - 1 }, () => null)]];

const csvOf = (titles: readonly string[], rows: readonly (readonly ReportCell[])[]) =>
  csvFile([
    titles.map(csvCell),
    ...rows.map(([first = null, ...rest]) => [
      typeof first === "string" ? keyCell(first) : cellOf(first),
      ...rest.map(cellOf),
    ]),
  ]);

const cellOf = (value: ReportCell) =>
  typeof value === "number" ? String(value) : csvCell(value ?? "");
/** A day is a day to a spreadsheet, too; a station's name is a name. */
const keyCell = (text: string) =>
  /^\d{4}-\d\d(?:-\d\d)?$/.test(text) ? csvCell(text) : csvName(text);
