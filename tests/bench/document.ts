import { cpus } from "node:os";

import type { Figure } from "./figures";

const columns = ["bench", "what", "figure", "reach", "reached", "measured on"] as const;

/**
 * docs/benchmarks.md with these figures: the rows of benches that are not among them stay, each with the machine and the
 * day of its own; and the new rows by themselves.
 */
export function benchmarksWith(
  document: string,
  figures: readonly Figure[],
  now: Date,
): { document: string; rows: string } {
  const measured = `${machine()}, ${now.toISOString().slice(0, 10)}`;
  const rows = figures.map((figure) => [...rowOf(figure), measured]);
  const table = tableOf([...keptRows(document, rows), ...rows]);
  return { document: documentOf(table, wordsAfter(document)), rows: tableOf(rows) };
}

function rowOf({ bench, what, figure, reach, reached }: Figure): string[] {
  const told = reached === null ? "not judged" : reached ? "yes" : "no";
  return [bench, what, figure, reach, reach === "–" ? "–" : told];
}

function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} cores (${cpu?.model.trim() ?? "unknown"})`;
}

/** The document's rows of benches that are not among the new ones. */
function keptRows(document: string, rows: readonly (readonly string[])[]): string[][] {
  return document
    .split("\n")
    .filter((line) => /^\| (?!bench |-)/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([bench]) => rows.every(([ran]) => ran !== bench));
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const all = [columns, ...rows];
  const widths = columns.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, at) => (row[at] ?? "").padEnd(width)).join(" | ")} |`;
  const rule = widths.map((width) => "-".repeat(width));
  return [line(columns), line(rule), ...rows.map(line)].join("\n");
}

/** What people wrote below the table. */
const wordsAfter = (document: string) => document.slice(document.lastIndexOf("|\n") + 2).trim();

const documentOf = (table: string, words: string) => `# Benchmarks

Written by \`npm run bench\`. What stands in one row was measured side by side in one run; rows of one bench are of one run, too, and of the machine and the day that they say. Absolute times of different machines or days are not to be compared. Without a name it runs what \`tests/bench/usual.ts\` lists, each in the minutes that it has there and all within 15: what would end too late is left out, and said. With \`--strict\` it exits 1 where a reach is missed that is not among the known misses (\`tests/bench/known-misses.ts\`), or one of those strays further than it may. The databases do not flush to the disk, but where a bench says so.

${table}
${words && `\n${words}\n`}`;
