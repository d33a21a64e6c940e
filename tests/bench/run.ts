import { readFileSync, writeFileSync } from "node:fs";

import { main } from "@/scripts/parts/main";
import { root } from "@/scripts/parts/paths";

import { startTestCluster } from "../support/cluster";
import { runWithin } from "./budget";
import { clicks } from "./clicks";
import { create } from "./create";
import { benchmarksWith } from "./document";
import { dueJobs } from "./due-jobs";
import type { Figure } from "./figures";
import { fingerprint } from "./fingerprint";
import { fullStations } from "./full-stations";
import { gateway } from "./gateway";
import { imports } from "./imports";
import { whatFails } from "./known-misses";
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
import { pageShares } from "./page-shares";
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
  "page-shares": pageShares,
  queues,
  memory,
};
/**
 * `npm run bench`, within 15 minutes, or `npm run bench -- NAME…`, however long: figures side by side in one run,
 * printed and written to docs/benchmarks.md, where the rows of benches that did not run stay. With `--strict` it exits 1
 * where a bench was left out, or a reach is missed that is none of the known misses or strays further than they may.
 */
main(async () => {
  const asked = process.argv.slice(2);
  const isStrict = asked.includes("--strict");
  const named = asked.filter((name) => name !== "--strict");
  const chosen = named.length > 0 ? named.map((name) => [name, 0] as const) : Object.entries(usual);
  const whole = chosen.map(([name, minutes]) => {
    const run = benches[name];
    if (!run) throw new Error(`No bench ${name}. There are: ${Object.keys(benches).join(", ")}.`);
    return { name, minutes, run };
  });
  const figures: Figure[] = [];
  const keep = (some: readonly Figure[]) => {
    figures.push(...some);
    writeDown(some);
  };
  const stopCluster = await startTestCluster();
  try {
    const minutes = named.length > 0 ? Infinity : usualMinutes;
    const { took, leftOut, failures } = await runWithin(minutes, whole, keep);
    for (const [name, minutes] of took) console.log(`${name}: ${minutes.toFixed(1)} minutes`);
    if (leftOut.length > 0) console.log(`No time was left for ${leftOut.join(", ")}.`);
    for (const [name, error] of failures) console.error(`${name}:`, error);
    const missed = isStrict
      ? [...whatFails(figures), ...leftOut.map((name) => `${name} did not run`)]
      : [];
    for (const line of missed) console.error(`Missed: ${line}`);
    if (failures.size + missed.length > 0) process.exitCode = 1;
  } finally {
    await stopCluster();
  }
});

function writeDown(figures: readonly Figure[]): void {
  const path = root("docs/benchmarks.md");
  const { document, rows } = benchmarksWith(readFileSync(path, "utf8"), figures, new Date());
  console.log(rows);
  writeFileSync(path, document);
}
