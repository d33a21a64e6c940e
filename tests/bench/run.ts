import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

import { main } from "@/scripts/parts/main";
import { root } from "@/scripts/parts/paths";

import { startTestCluster } from "../support/cluster";
import { clicks } from "./clicks";
import { create } from "./create";
import type { Figure } from "./figures";
import { fingerprint } from "./fingerprint";
import { fullStations } from "./full-stations";
import { gateway } from "./gateway";
import { imports } from "./imports";
import { liveViews } from "./live";
import { longTable } from "./long-table";
import { mails } from "./mails";
import { map } from "./map";
import { memory } from "./memory";
import { million } from "./million";
import { outbox } from "./outbox";
import { ownerPages } from "./owner-pages";
import { pages } from "./pages";
import { queues } from "./queues";
import { places } from "./places";
import { reportDays } from "./report-days";
import { reports } from "./reports";
import { receipts } from "./receipts";
import { search } from "./search";
import { builtSlots } from "./slots";
import { suggestions } from "./suggestions";

const benches: Readonly<Record<string, () => Promise<Figure[]>>> = {
  "long-table": longTable,
  fingerprint,
  imports,
  outbox,
  mails,
  live: liveViews,
  gateway,
  reports,
  "report-days": reportDays,
  receipts,
  map,
  million,
  search,
  suggestions,
  places,
  slots: builtSlots,
  create,
  "full-stations": fullStations,
  "owner-pages": ownerPages,
  clicks,
  pages,
  queues,
  memory,
};
/** What runs where nothing is named (quality.md: 15 minutes are to be enough); the others run by name. */
const usual = ["long-table", "create", "slots", "pages", "queues", "memory"];

/**
 * `npm run bench`, or `npm run bench -- NAME…`: figures side by side in one run, printed and written to
 * docs/benchmarks.md, where the rows of benches that did not run stay.
 */
main(async () => {
  const named = process.argv.slice(2);
  const chosen = (named.length > 0 ? named : usual).map((name) => {
    const bench = benches[name];
    if (!bench) throw new Error(`No bench ${name}. There are: ${Object.keys(benches).join(", ")}.`);
    return bench;
  });
  const stopCluster = await startTestCluster();
  try {
    const figures: Figure[] = [];
    for (const bench of chosen) figures.push(...(await bench()));
    const rows = figures.map(rowOf);
    console.log(tableOf(rows));
    const path = root("docs/benchmarks.md");
    writeFileSync(
      path,
      documentOf(tableOf([...keptRows(readFileSync(path, "utf8"), rows), ...rows])),
    );
  } finally {
    await stopCluster();
  }
});

const rowOf = ({ bench, what, figure, reach, reached }: Figure) => [
  bench,
  what,
  figure,
  reach,
  reached ? "yes" : "no",
];

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
  const all = [["bench", "what", "figure", "reach", "reached"], ...rows];
  const widths = all[0]?.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  const rule = widths.map((width) => "-".repeat(width));
  return [...all.slice(0, 1), rule, ...all.slice(1)].map(line).join("\n");
}

function documentOf(table: string): string {
  const [cpu] = cpus();
  const machine = `${cpus().length} cores (${cpu?.model.trim() ?? "unknown"}), Node ${process.versions.node}`;
  return `# Benchmarks

Written by \`npm run bench\`, last on ${machine}. Figures of one run on one machine; absolute times drift.

${table}
`;
}
