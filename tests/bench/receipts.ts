import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";

import Pdf from "pdfkit";

import { describeReceipt, readerOf } from "@/lib/charging/sessions/describe-receipt";
import { drawReceipt } from "@/lib/charging/sessions/draw-receipt";
import { typefaces } from "@/lib/core/documents/typeface";

import { sampleReceipt } from "../support/sample-receipt";
import { namesByScript } from "../support/scripts-of-the-world";
import { type Figure, percentile, timed } from "./figures";

const bench = "a receipt as PDF";
const rounds = 40;
const reader = readerOf("en");

/** How often Latin's time a script may take (docs/decisions/receipts.md): what shapes it costs more, as do its fonts. */
const scripts = { sinhala: 5, arabic: 5, chineseSimplified: 16 } as const;
/** How often a Latin receipt must be drawn in the time that it took when every receipt read its fonts anew. */
const quicker = 4;

/** What drawing a receipt costs by the script of its names, each against Latin; the first of a process beside them. */
export async function receipts(): Promise<Figure[]> {
  const latin = await cost("latin");
  const former = percentile(await timed(rounds / 4, () => drawAsItWas("latin")), 0.5);
  const ratio = former / latin.ms;
  const figures: Figure[] = [
    { what: "Latin, fonts read for each, as it was", figure: perSecond(former), reach: "–" },
    {
      what: "Latin",
      figure: `${perSecond(latin.ms)}, ${ratio.toFixed(1)} times as many; the first ${inMs(latin.first)}`,
      reach: `≥ ${quicker} times as many`,
      reached: ratio >= quicker,
    },
  ].map((row) => ({ bench, reached: true, ...row }));
  for (const [script, most] of Object.entries(scripts)) {
    const { ms, first } = await cost(script);
    const times = ms / latin.ms;
    figures.push({
      bench,
      what:
        script === "chineseSimplified" ? "Chinese" : script.replace(/^./, (a) => a.toUpperCase()),
      figure: `${perSecond(ms)}, ${times.toFixed(1)} times Latin's time; the first ${inMs(first)}`,
      reach: `≤ ${most} times Latin's time`,
      reached: times <= most,
    });
  }
  return figures;
}

const inMs = (ms: number) => `${ms.toFixed(ms < 100 ? 1 : 0)} ms`;
const perSecond = (ms: number) => `${inMs(ms)}, ${(1000 / ms).toFixed(0)} a second`;

/** The first, which reads its fonts, and the median of those after it. */
async function cost(script: string): Promise<{ ms: number; first: number }> {
  const draw = () => drawReceipt(receiptIn(script), reader);
  const [first = Number.NaN] = await timed(1, draw);
  await timed(rounds / 4, draw);
  return { first, ms: percentile(await timed(rounds, draw), 0.5) };
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
