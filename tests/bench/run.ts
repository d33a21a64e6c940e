import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

import { main } from "@/scripts/parts/main";
import { root } from "@/scripts/parts/paths";

import { startTestCluster } from "../support/cluster";
import { runWithin } from "./budget";
import { clicks } from "./clicks";
import { create } from "./create";
import { dueJobs } from "./due-jobs";
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
import { millionOverHttp } from "./million-http";
import { nearby } from "./nearby";
import { outbox } from "./outbox";
import { ownerPages } from "./owner-pages";
import { pages } from "./pages";
import { queues } from "./queues";
import { places } from "./places";
import { reportDays } from "./report-days";
import { reports } from "./reports";
import { receipts } from "./receipts";
import { search } from "./search";
import { seeding } from "./seeding";
import { builtSlots } from "./slots";
import { shares } from "./shares";
import { suggestions } from "./suggestions";
import { usual, usualMinutes } from "./usual";

const benches: Readonly<Record<string, () => Promise<Figure[]>>> = {
  "long-table": longTable,
  fingerprint,
  imports,
  seeding,
  outbox,
  mails,
  live: liveViews,
  gateway,
  reports,
  "report-days": reportDays,
  receipts,
  map,
  million,
  "million-http": millionOverHttp,
  nearby,
  search,
  suggestions,
  places,
  slots: builtSlots,
  create,
  shares,
  "due-jobs": dueJobs,
  "full-stations": fullStations,
  "owner-pages": ownerPages,
  clicks,
  pages,
  queues,
  memory,
};
/**
 * `npm run bench`, within 15 minutes, or `npm run bench -- NAME…`, however long: figures side by side in one run,
 * printed and written to docs/benchmarks.md, where the rows of benches that did not run stay.
 */
main(async () => {
  const named = process.argv.slice(2);
  const chosen = named.length > 0 ? named.map((name) => [name, 0] as const) : Object.entries(usual);
  const asked = chosen.map(([name, minutes]) => {
    const run = benches[name];
    if (!run) throw new Error(`No bench ${name}. There are: ${Object.keys(benches).join(", ")}.`);
    return { name, minutes, run };
  });
  const stopCluster = await startTestCluster();
  try {
    const minutes = named.length > 0 ? Infinity : usualMinutes;
    const { took, leftOut, failures } = await runWithin(minutes, asked, writeDown);
    for (const [name, minutes] of took) console.log(`${name}: ${minutes.toFixed(1)} minutes`);
    if (leftOut.length > 0) console.log(`No time was left for ${leftOut.join(", ")}.`);
    for (const [name, error] of failures) console.error(`${name}:`, error);
    if (failures.size > 0) process.exitCode = 1;
  } finally {
    await stopCluster();
  }
});

function writeDown(figures: readonly Figure[]): void {
  const rows = figures.map(rowOf);
  console.log(tableOf(rows));
  const path = root("docs/benchmarks.md");
  const document = readFileSync(path, "utf8");
  const table = tableOf([...keptRows(document, rows), ...rows]);
  writeFileSync(path, documentOf(table, wordsAfter(document)));
}

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

/** What people wrote below the table. */
const wordsAfter = (document: string) => document.slice(document.lastIndexOf("|\n") + 2).trim();

function documentOf(table: string, words: string): string {
  const [cpu] = cpus();
  const machine = `${cpus().length} cores (${cpu?.model.trim() ?? "unknown"}), Node ${process.versions.node}`;
  return `# Benchmarks

Written by \`npm run bench\`, last on ${machine}. Figures of one run on one machine; absolute times drift. Without a name it runs what \`tests/bench/usual.ts\` lists, each in the minutes that it has there and all within 15: what would end too late is left out, and said.

${table}
${words && `\n${words}\n`}`;
}
