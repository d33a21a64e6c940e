import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";

import Pdf from "pdfkit";

import { describeReceipt, readerOf } from "@/lib/charging/sessions/describe-receipt";
import { drawReceipt } from "@/lib/charging/sessions/draw-receipt";
import { typefaces } from "@/lib/core/documents/typeface";

import { sampleReceipt } from "../support/sample-receipt";
import { namesByScript } from "../support/scripts-of-the-world";
import { type Figure, median, sideBySide, timed } from "./figures";

const bench = "a receipt as PDF";
const rounds = 5;
/** Receipts of each script in a round. */
const each = 8;
const reader = readerOf("en");

/** How often Latin's time a script may take (docs/decisions/receipts.md): what shapes it costs more, as do its fonts. */
const scripts = { sinhala: 5, arabic: 5, chineseSimplified: 16 } as const;
/** How often a Latin receipt must be drawn in the time that it took when every receipt read its fonts anew. */
const quicker = 4;

/** What drawing a receipt costs by the script of its names, each against Latin; the first of a process beside them. */
export async function receipts(): Promise<Figure[]> {
  const took: Record<string, Cost> = {};
  for (const script of ["latin", ...Object.keys(scripts)]) took[script] = await begin(script);
  const former: number[] = [];
  // By turns, so that each has the same machine.
  for (let turn = 0; turn < rounds; turn += 1) {
    for (const cost of Object.values(took)) cost.ms.push(median(await timed(each, cost.draw)));
    former.push(median(await timed(each / 2, () => drawAsItWas("latin"))));
  }
  const { latin, ...others } = took as Record<"latin" | keyof typeof scripts, Cost>;
  const quick = sideBySide(former, latin.ms, quicker);
  const figures: Figure[] = [
    {
      what: "Latin, fonts read for each, as it was",
      figure: perSecond(median(former)),
      reach: "–",
    },
    {
      what: "Latin",
      figure: `${perSecond(median(latin.ms))}, ${quick.said} as many; the first ${inMs(latin.first)}`,
      reach: `≥ ${quicker} times as many`,
      reached: quick.ratio >= quicker,
    },
  ].map((row) => ({ bench, reached: true, ...row }));
  for (const [script, most] of Object.entries(scripts)) {
    const { ms, first } = others[script as keyof typeof scripts];
    const { ratio, said } = sideBySide(ms, latin.ms, most);
    figures.push({
      bench,
      what:
        script === "chineseSimplified" ? "Chinese" : script.replace(/^./, (a) => a.toUpperCase()),
      figure: `${perSecond(median(ms))}, ${said} Latin's time; the first ${inMs(first)}`,
      reach: `≤ ${most} times Latin's time`,
      reached: ratio <= most,
    });
  }
  return figures;
}

const inMs = (ms: number) => `${ms.toFixed(ms < 100 ? 1 : 0)} ms`;
const perSecond = (ms: number) => `${inMs(ms)}, ${(1000 / ms).toFixed(0)} a second`;

/** What drawing in one script costs: the first, which reads its fonts, and of each round after it the middle, in ms. */
interface Cost {
  readonly draw: () => Promise<unknown>;
  readonly first: number;
  readonly ms: number[];
}

async function begin(script: string): Promise<Cost> {
  const draw = async () => drawReceipt(receiptIn(script), reader);
  const [first = Number.NaN] = await timed(1, draw);
  await timed(each, draw);
  return { draw, first, ms: [] };
}

function receiptIn(script: string) {
  const names = namesByScript[script];
  if (!names) throw new Error(`No names are written in ${script}.`);
  return sampleReceipt(names);
}

/** The same words laid out by pdfkit alone, which opens its fonts from their files for every document. */
async function drawAsItWas(script: string): Promise<void> {
  const { package: home, files } = typefaces.latin;
  const folder = dirname(findPackageJSON(home, import.meta.url) ?? "");
  const document = new Pdf({ size: "A4", margin: 56, font: join(folder, files.regular) });
  document.registerFont("regular", join(folder, files.regular));
  document.registerFont("bold", join(folder, files.bold));
  const done = new Promise((resolve) => document.on("data", () => {}).on("end", resolve));
  const { title, name, issuer, facts, lines, sums, total, payment } = describeReceipt(
    receiptIn(script),
    reader,
  );
  document.font("bold").fontSize(18).text(name);
  document.font("regular").fontSize(10).text(title);
  for (const line of issuer) document.text(line);
  for (const [label, value] of [...facts, ...lines, ...sums, ...payment]) {
    document.text(label).text(value, { align: "right" });
  }
  document.font("bold").fontSize(15).text(total.join(" "));
  document.end();
  await done;
}
