// Cells of CSV files that people open in a spreadsheet (docs/decisions/exports.md).

/** What a spreadsheet begins a formula with, in any width (by NFKC), and what makes it begin a cell anew. */
const formula = /^\s*[=+\-@\u2212]|^[\t\r\n]/;
const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
/** What a spreadsheet takes for a number, a date or a time, and writes in its own way: 047754405853, 1E5, MAR-12. */
const counted = new RegExp(
  [
    String.raw`[\d.,\s]*\d[\d.,\s]*%?`,
    String.raw`\d+(?:\.\d*)?e[+-]?\d+`,
    String.raw`\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?`,
    String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m?)?`,
    String.raw`${month}[-/.\s]?\d{1,4}`,
    String.raw`\d{1,2}[-/.\s]?${month}(?:[-/.\s]?\d{2,4})?`,
    "true|false",
  ]
    .map((form) => `^(?:${form})$`)
    .join("|"),
  "i",
);

/** A cell as RFC 4180 writes it. What would begin a formula has an apostrophe before it. */
export function csvCell(text: string): string {
  return quoted(formula.test(text.normalize("NFKC")) ? `'${text}` : text);
}

/**
 * The same of a text that names something, such as an identity number or a plate: one that a spreadsheet would take
 * for a number or a date has an apostrophe before it too, so that no 0 is dropped and no digit rounded.
 */
export function csvName(text: string): string {
  return counted.test(text.normalize("NFKC").trim()) ? quoted(`'${text}`) : csvCell(text);
}

/** Lines of cells as a file that spreadsheets open as it is: with a byte order mark. */
export function csvFile(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((cells) => cells.join(",")).join("\r\n")}\r\n`;
}

/** Also where another separator would begin a cell anew. */
const quoted = (text: string) =>
  /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
