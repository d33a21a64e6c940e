import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { SingleBar, Presets } from "cli-progress";

import { createDatabase } from "@/db/client";
import { jobActor } from "@/lib/core/job-actor";
import { importStations } from "@/lib/sites/stations";
import type { ImportReport } from "@/lib/sites/stations/schema";
import { makeContext, readConfig } from "@/lib/process/wiring";

import { commandKeys } from "./parts/command-keys";
import { openDatabase } from "./parts/database";
import { main } from "./parts/main";

const usage =
  "Usage: npm run import -- FILE [--business ID] [--time-zone ZONE] [--dry-run]\n" +
  "FILE is a CSV with the AFDC columns, or OCPI Locations as JSON.";

/** Imports stations from a file with a progress bar, and lists the rows that were refused. */
main(async () => {
  const { file, options } = readArguments();
  const source = readFileSync(file);
  const opened = await openDatabase({ join: true });
  const { db, close } = createDatabase(opened.url, {
    max: 1,
    name: "baybook import",
    work: "command",
  });
  const bar = new SingleBar(
    { format: "{bar} {percentage}% | {value} of about {total} rows", hideCursor: true },
    Presets.shades_classic,
  );
  try {
    const config = readConfig({ ...commandKeys(), ...process.env });
    const ctx = makeContext({ db, actor: jobActor("import"), config });
    bar.start(expectedRows(source), 0);
    const onProgress = (rows: number) => bar.update(rows);
    // Whoever can start commands here may import as much as the machine can hold.
    const mostRows = Infinity;
    const report = await importStations(ctx, { source, ...options, mostRows, onProgress });
    bar.setTotal(report.rows.length);
    bar.update(report.rows.length);
    bar.stop();
    print(report);
  } finally {
    bar.stop();
    await close();
    await opened.stop();
  }
});

/** About how many rows there are; the words are the same in every encoding that is read. */
function expectedRows(source: Buffer): number {
  const text = source.toString("latin1").replaceAll("\0", "");
  const isJson = /^[^\w"]*[[{]/.test(text.slice(0, 100));
  return isJson ? text.split('"coordinates"').length - 1 : text.split("\n").length - 1;
}

function print({ dryRun, counts, untold, notes, rows }: ImportReport): void {
  for (const { text } of notes) console.log(text);
  for (const { row, key, outcome, why, notes: own = [] } of rows) {
    const named = `row ${row} (${key ?? "no key"})`;
    if (outcome === "refused") console.log(`${named}: ${why}`);
    for (const { text } of own) console.log(`${named}: ${text}`);
  }
  if (untold > 0) console.log(`${untold} more rows were refused.`);
  const { created, updated, unchanged, refused } = counts;
  const numbers = `${created} created, ${updated} updated, ${unchanged} unchanged, ${refused} refused`;
  console.log(dryRun ? `Nothing was written. It would be: ${numbers}.` : `${numbers}.`);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        business: { type: "string" },
        "time-zone": { type: "string" },
        "dry-run": { type: "boolean" },
      },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error("Name one file.");
    const { business: businessId, "time-zone": timeZone, "dry-run": dryRun } = values;
    return { file, options: { businessId, timeZone, dryRun } };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${usage}`, {
      cause: error,
    });
  }
}
