import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

import { build, isBuilt } from "@/scripts/parts/build";
import { main } from "@/scripts/parts/main";
import { root } from "@/scripts/parts/paths";

import { startTestCluster } from "../support/cluster";
import type { Figure } from "./figures";
import { liveViews } from "./live";
import { longTable } from "./long-table";
import { outbox } from "./outbox";

interface Bench {
  readonly run: () => Promise<Figure[]>;
  /** It starts the production build. */
  readonly built?: true;
}

const benches: Readonly<Record<string, Bench>> = {
  "long-table": { run: longTable, built: true },
  outbox: { run: outbox },
  live: { run: liveViews },
};
const head = ["bench", "what", "figure", "reach", "reached"];
const file = root("docs/benchmarks.md");

/**
 * `npm run bench`: every figure side by side in one run, printed and written to docs/benchmarks.md. With names
 * (`npm run bench -- outbox live`) those alone; the others' lines stay as they were.
 */
main(async () => {
  const names = process.argv.slice(2);
  const stray = names.find((name) => !benches[name]);
  if (stray) throw new Error(`There is no bench ${stray}: ${Object.keys(benches).join(", ")}.`);
  const chosen = Object.entries(benches)
    .filter(([name]) => names.length === 0 || names.includes(name))
    .map(([, bench]) => bench);
  if (chosen.some(({ built }) => built) && !isBuilt()) await build();
  const stopCluster = await startTestCluster();
  try {
    const figures: Figure[] = [];
    for (const { run } of chosen) figures.push(...(await run()));
    const fresh = figures.map(({ bench, what, figure, reach, reached }) => [
      bench,
      what,
      figure,
      reach,
      reached ? "yes" : "no",
    ]);
    console.log(tableOf(fresh));
    const kept = names.length === 0 ? [] : linesOf(readFileSync(file, "utf8"));
    const again = new Set(fresh.map(([bench]) => bench));
    const lines = [...kept.filter(([bench]) => !again.has(bench)), ...fresh];
    writeFileSync(file, documentOf(tableOf(lines)));
  } finally {
    await stopCluster();
  }
});

/** The lines of a table as it was written, without its head. */
function linesOf(text: string): string[][] {
  const lines = text.split("\n").filter((line) => line.startsWith("| "));
  return lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  const rule = widths.map((width) => "-".repeat(width));
  return [head, rule, ...rows].map(line).join("\n");
}

function documentOf(table: string): string {
  const [cpu] = cpus();
  const machine = `${cpus().length} cores (${cpu?.model.trim() ?? "unknown"}), Node ${process.versions.node}`;
  return `# Benchmarks

Written by \`npm run bench\`, last on ${machine}. Figures of one run on one machine; absolute times drift.

${table}
`;
}
