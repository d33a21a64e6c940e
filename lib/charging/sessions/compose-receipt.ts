import { createHash } from "node:crypto";

import { describeReceipt, type Reader } from "./describe-receipt";
import type { IssuedReceipt } from "./schema";

const style = `
:root{color-scheme:light dark;--ink:#16202b;--soft:#5b6774;--line:#d9dfe5;--paper:#fff;--desk:#eef1f4;--link:#0a6650}
@media (prefers-color-scheme:dark){:root{--ink:#e8edf2;--soft:#9aa7b4;--line:#33404d;--paper:#18212a;--desk:#0f151b;--link:#5fd3ac}}
*{box-sizing:border-box}
body{margin:0;padding:24px 16px;background:var(--desk);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
nav{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 24px;max-width:640px;margin:0 auto 8px}
nav a{display:flex;align-items:center;min-height:44px;color:var(--link);text-underline-offset:.2em}
main{max-width:640px;margin:0 auto;padding:32px;background:var(--paper);border:1px solid var(--line);border-radius:12px}
header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:16px;padding-bottom:20px;border-bottom:1px solid var(--line)}
header>:first-child{flex:1 1 240px}
h1{margin:0;font-size:24px;line-height:1.25}
header p{margin:2px 0 0;color:var(--soft);white-space:pre-line}
h1,p,dd,th,td{unicode-bidi:plaintext;text-align:left;overflow-wrap:anywhere}
td,[dir=rtl] :is(h1,p,dd,th){text-align:right}
[dir=rtl] td{text-align:left}
.number{font-variant-numeric:tabular-nums}
dl{display:grid;grid-template-columns:minmax(88px,auto) 1fr;gap:6px 24px;margin:20px 0}
dt{color:var(--soft)}
dd{margin:0;white-space:pre-line}
table{width:100%;border-collapse:collapse}
th{font-weight:400;padding-block:6px;padding-inline:0 12px}
td{white-space:nowrap;font-variant-numeric:tabular-nums;padding:6px 0}
tbody+tbody tr:first-child>*{border-top:1px solid var(--line)}
.total>*{font-size:20px;font-weight:650}
@media (max-width:480px){main{padding:20px}}
@media print{nav{display:none}:root{--ink:#000;--soft:#444;--line:#bbb;--paper:#fff;--desk:#fff}body{padding:0}main{border:0;padding:0;max-width:none}}
`;

/** The page needs no script, no picture and no font from anywhere: only its own style. */
export const receiptPolicy = `default-src 'none'; style-src 'sha256-${createHash("sha256")
  .update(style)
  .digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Where the page leads, by whole addresses, so that they hold in a copy that was saved or sent. */
export interface ReceiptLinks {
  /** The same as a PDF. */
  readonly pdf: string;
  /** Where the reader came from. */
  readonly back: string;
}

/** The receipt as an HTML page of its own: to read in either theme, to print, to send. Everything is escaped. */
export function composeReceipt(
  receipt: IssuedReceipt,
  reader: Reader,
  links: ReceiptLinks,
): string {
  const text = describeReceipt(receipt, reader);
  const { locale, direction, say } = reader;
  const facts = text.facts.map(
    ([label, value]) => `<dt>${escape(label)}</dt><dd>${escape(value)}</dd>`,
  );
  return `<!doctype html>
<html lang="${locale}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(text.name)}</title>
<style>${style}</style>
</head>
<body>
<nav><a href="${escape(links.back)}">${escape(say("receipts.back"))}</a><a href="${escape(links.pdf)}" type="application/pdf">${escape(say("receipts.asPdf"))}</a></nav>
<main>
<header>
<div><h1>${escape(receipt.business.name)}</h1><p>${escape(text.issuer.join("\n"))}</p></div>
<div><strong>${escape(text.title)}</strong><p class="number">${escape(receipt.number)}</p></div>
</header>
<dl>${facts.join("\n")}</dl>
<table>
<tbody>${rows(text.lines)}</tbody>
<tbody>${rows(text.sums)}</tbody>
<tbody>${rows([text.total], "total")}</tbody>
<tbody>${rows(text.payment)}</tbody>
</table>
</main>
</body>
</html>
`;
}

function rows(lines: readonly (readonly [string, string])[], kind?: string): string {
  const open = kind ? `<tr class="${kind}">` : "<tr>";
  return lines
    .map(
      ([text, amount]) =>
        `${open}<th scope="row">${escape(text)}</th><td>${escape(amount)}</td></tr>`,
    )
    .join("\n");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
