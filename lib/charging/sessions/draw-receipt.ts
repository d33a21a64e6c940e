import { Paper } from "@/lib/core/documents/paper";
import type { Weight } from "@/lib/core/documents/typeface";

import { describeReceipt, type Reader, type ReceiptText } from "./describe-receipt";
import type { IssuedReceipt } from "./schema";

const ink = "#16202b";
const soft = "#5b6774";
const rule = "#d9dfe5";

/** The receipt as an A4 PDF of one page, in the reader's language, and names in whatever script they are. */
export async function drawReceipt(receipt: IssuedReceipt, reader: Reader): Promise<Uint8Array> {
  const text = describeReceipt(receipt, reader);
  const paper = await Paper.open({
    title: text.name,
    author: receipt.business.name,
    createdAt: new Date(receipt.issuedAt),
    language: reader.locale,
    direction: reader.direction,
  });
  let top = drawHead(paper, receipt, text);
  top = drawFacts(paper, top, text.facts);
  top = drawAmounts(paper, top, text.lines);
  top = drawAmounts(paper, top, text.sums);
  top = drawAmounts(paper, top, [text.total], { weight: "bold", size: 15 });
  drawAmounts(paper, top, text.payment);
  return paper.finish();
}

function drawHead(paper: Paper, { business, number }: IssuedReceipt, text: ReceiptText): number {
  // Room for the number in one line; the rest is the name's.
  const end = { from: paper.width - 180, width: 180, align: "end" } as const;
  let right = paper.text(text.title, { ...end, top: paper.top + 4, size: 10, colour: soft });
  right = paper.text(number, { ...end, top: right, size: 12, weight: "bold", colour: ink });
  const start = { from: 0, width: paper.width - end.width - 24 } as const;
  const name = {
    ...start,
    top: paper.top,
    size: 18,
    weight: "bold",
    colour: ink,
    most: 3,
  } as const;
  let left = paper.text(business.name, name);
  for (const line of text.issuer) {
    left = paper.text(line, { ...start, top: left, size: 10, colour: soft, most: 6 });
  }
  const bottom = Math.max(left, right) + 14;
  paper.rule(bottom, rule);
  return bottom + 14;
}

function drawFacts(paper: Paper, top: number, facts: ReceiptText["facts"]): number {
  const indent = 96;
  const label = { from: 0, width: indent - 8, size: 10, colour: soft } as const;
  const fact = {
    from: indent,
    width: paper.width - indent,
    size: 10,
    colour: ink,
    most: 5,
  } as const;
  let next = top;
  for (const [name, value] of facts) {
    next = Math.max(
      paper.text(name, { ...label, top: next }),
      paper.text(value, { ...fact, top: next }),
    );
    next += 3;
  }
  return next + 12;
}

function drawAmounts(
  paper: Paper,
  top: number,
  lines: ReceiptText["lines"],
  { weight = "regular", size = 10.5 }: { weight?: Weight; size?: number } = {},
): number {
  const amountWidth = 190;
  const style = { size, weight, colour: ink } as const;
  const wide = { from: 0, width: paper.width - amountWidth - 16, ...style } as const;
  const end = { from: paper.width - amountWidth, width: amountWidth, ...style } as const;
  paper.rule(top, rule);
  let next = top + 8;
  for (const [text, amount] of lines) {
    next = Math.max(
      paper.text(amount, { ...end, top: next, align: "end" }),
      paper.text(text, { ...wide, top: next, most: 5 }),
    );
    next += 3;
  }
  return next + 6;
}
