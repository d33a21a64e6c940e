import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import Pdf from "pdfkit";

import { describeReceipt } from "./describe-receipt";
import type { ReceiptView } from "./schema";

const ink = "#16202b";
const soft = "#5b6774";
const rule = "#d9dfe5";
const margin = 56;

/** Noto Sans has every Latin, Greek and Cyrillic letter; the PDF carries the ones that are used. */
const fontFolder = () => {
  const require = createRequire(join(process.cwd(), "package.json"));
  return dirname(require.resolve(["@expo-google-fonts", "noto-sans", "package.json"].join("/")));
};

/** The receipt as an A4 PDF of one page. */
export async function drawReceipt(receipt: ReceiptView): Promise<Uint8Array> {
  const folder = fontFolder();
  const regular = join(folder, "400Regular/NotoSans_400Regular.ttf");
  const document = new Pdf({
    size: "A4",
    margin,
    font: regular,
    lang: "en",
    displayTitle: true,
    info: {
      Title: `Receipt ${receipt.number}`,
      Author: receipt.business.name,
      CreationDate: new Date(receipt.issuedAt),
    },
  });
  document.registerFont("regular", regular);
  document.registerFont("bold", join(folder, "600SemiBold/NotoSans_600SemiBold.ttf"));
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    document.on("end", resolve);
    document.on("error", reject);
  });
  drawHead(document, receipt);
  const text = describeReceipt(receipt);
  drawFacts(document, text.facts);
  drawAmounts(document, text.lines);
  drawAmounts(document, text.sums);
  drawAmounts(document, [text.total], { font: "bold", size: 15 });
  drawAmounts(document, text.payment);
  document.end();
  await done;
  return Buffer.concat(chunks);
}

type Page = PDFKit.PDFDocument;

const widthOf = (page: Page) => page.page.width - 2 * margin;

function drawHead(page: Page, { business, number }: ReceiptView): void {
  const width = widthOf(page);
  const half = width / 2 - 12;
  const top = page.y;
  page.font("regular").fontSize(10).fillColor(soft);
  page.text("Receipt", margin + half + 24, top + 4, { width: half, align: "right" });
  page.font("bold").fontSize(12).fillColor(ink);
  page.text(number, { width: half, align: "right" });
  const right = page.y;
  page.font("bold").fontSize(18);
  page.text(clipped(business.name, 90), margin, top, { width: half });
  page.font("regular").fontSize(10).fillColor(soft);
  if (business.address) page.text(clipped(business.address, 240), { width: half });
  if (business.taxId) page.text(`Tax ID ${business.taxId}`, { width: half });
  page.y = Math.max(page.y, right) + 14;
  drawRule(page);
  page.y += 14;
}

function drawFacts(page: Page, facts: readonly (readonly [string, string])[]): void {
  const indent = 96;
  for (const [label, value] of facts) {
    const top = page.y;
    page.font("regular").fontSize(10).fillColor(soft);
    page.text(label, margin, top, { width: indent });
    page.fillColor(ink);
    page.text(clipped(value, 260), margin + indent, top, { width: widthOf(page) - indent });
    page.y += 3;
  }
  page.y += 12;
}

function drawAmounts(
  page: Page,
  lines: readonly (readonly [string, string])[],
  { font = "regular", size = 10.5 }: { font?: string; size?: number } = {},
): void {
  const width = widthOf(page);
  const amountWidth = 150;
  drawRule(page);
  page.y += 8;
  for (const [text, amount] of lines) {
    const top = page.y;
    page.font(font).fontSize(size).fillColor(ink);
    page.text(amount, margin + width - amountWidth, top, { width: amountWidth, align: "right" });
    page.text(text, margin, top, { width: width - amountWidth - 16 });
    page.y += 3;
  }
  page.y += 6;
}

function drawRule(page: Page): void {
  const { y } = page;
  page
    .moveTo(margin, y)
    .lineTo(margin + widthOf(page), y)
    .lineWidth(0.7)
    .strokeColor(rule)
    .stroke();
}

/** Names and addresses may be long; a receipt is one page. */
function clipped(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
