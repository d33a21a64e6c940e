import type { Context } from "@/lib/core/context";
import { Paper } from "@/lib/core/documents/paper";
import { productName } from "@/lib/core/product-name";
import { languages, sayIn } from "@/lib/words/say";

import type { ReportCell, ReportTable } from "./tabulate-report";

const ink = "#16202b";
const soft = "#5b6774";
const line = "#d9dfe5";
/** Rows of a document; who wants more takes the file. */
const most = 400;
const size = 8.5;

interface Said extends ReportTable {
  readonly title: string;
  readonly titles: readonly string[];
  /** Whose it is, where it is of one business. */
  readonly business: string | null;
  /** What is to be said of the rows, below them. */
  readonly note: string | null;
}

/** The report as an A4 PDF of as many pages as it needs, its head on each. */
export async function drawReport(ctx: Context, report: Said): Promise<Uint8Array> {
  const { direction } = languages[ctx.locale];
  const paper = await Paper.open({
    title: report.title,
    author: productName,
    createdAt: ctx.clock.now(),
    language: ctx.locale,
    direction,
  });
  const words = wordsIn(ctx, report.columns);
  let top = drawHead(paper, drawTitle(ctx, paper, report) + 12, report.titles);
  const draw = (row: readonly ReportCell[], weight: "regular" | "bold") => {
    if (top > paper.bottom - 16) {
      paper.nextPage();
      top = drawHead(paper, paper.top, report.titles);
    }
    top = drawRow(paper, top, row.map(words), { weight });
  };
  for (const row of report.rows.slice(0, most)) draw(row, "regular");
  for (const row of report.totals ?? []) draw(row, "bold");
  const left = report.rows.length - most;
  const below = [
    left > 0 ? sayIn(ctx.locale)("reports.moreRows", { count: left }) : null,
    report.note,
  ];
  drawBelow(
    paper,
    top,
    below.filter((text) => text !== null),
  );
  return paper.finish();
}

/** What the report is of: its name, the business and the days. */
function drawTitle(ctx: Context, paper: Paper, report: Said): number {
  const whole = { from: 0, width: paper.width } as const;
  const { from, to, timeZone, business } = report;
  const title = { ...whole, size: 18, weight: "bold", colour: ink } as const;
  let top = paper.text(report.title, { ...title, top: paper.top });
  if (business !== null) top = paper.text(business, { ...title, top, size: 11 });
  const covers = sayIn(ctx.locale)("reports.covers", { from, to, zone: timeZone ?? "none" });
  return paper.text(covers, { ...whole, top, size: 10, colour: soft });
}

/** What is to be said below the rows. */
function drawBelow(paper: Paper, under: number, texts: readonly string[]): void {
  let top = under;
  for (const text of texts) {
    if (top > paper.bottom - 40) {
      paper.nextPage();
      ({ top } = paper);
    }
    top = paper.text(text, { from: 0, width: paper.width, top: top + 6, size: 9, colour: soft });
  }
}

/** A cell as people read it: numbers in the reader's way, rates as percent. */
function wordsIn(ctx: Context, columns: ReportTable["columns"]) {
  const format = new Intl.NumberFormat(ctx.locale, { maximumFractionDigits: 4 });
  const percent = new Intl.NumberFormat(ctx.locale, { style: "percent", maximumFractionDigits: 2 });
  return (cell: ReportCell, at: number): string => {
    if (typeof cell !== "number") return cell ?? "";
    return (columns[at] === "rate" ? percent : format).format(cell);
  };
}

function drawHead(paper: Paper, top: number, titles: readonly string[]): number {
  const bottom = drawRow(paper, top, titles, { weight: "bold", lines: 3 });
  paper.rule(bottom, line);
  return bottom + 4;
}

/** The first column has twice the room of the others, which end where numbers do. */
function drawRow(
  paper: Paper,
  top: number,
  cells: readonly string[],
  { weight = "regular", lines = 1 }: { weight?: "regular" | "bold"; lines?: number } = {},
): number {
  const gap = 6;
  const unit = paper.width / (cells.length + 1);
  const bottoms = cells.map((text, at) =>
    paper.text(text, {
      from: at === 0 ? 0 : unit * (at + 1) + gap,
      width: at === 0 ? unit * 2 : unit - gap,
      top,
      size: cells.length > 8 ? size - 1.5 : size,
      weight,
      colour: ink,
      align: at === 0 ? "start" : "end",
      most: lines,
    }),
  );
  return Math.max(...bottoms) + 3;
}
