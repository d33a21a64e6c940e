import { writeFileSync } from "node:fs";
import { cpus } from "node:os";

import { build, isBuilt } from "@/scripts/parts/build";
import { main } from "@/scripts/parts/main";
import { root } from "@/scripts/parts/paths";

import { startTestCluster } from "../support/cluster";
import type { Figure } from "./figures";
import { longTable } from "./long-table";

const benches = [longTable];

/** `npm run bench`: every figure side by side in one run, printed and written to docs/benchmarks.md. */
main(async () => {
  if (!isBuilt()) await build();
  const stopCluster = await startTestCluster();
  try {
    const figures: Figure[] = [];
    for (const bench of benches) figures.push(...(await bench()));
    const table = tableOf(figures);
    console.log(table);
    writeFileSync(root("docs/benchmarks.md"), documentOf(table));
  } finally {
    await stopCluster();
  }
});

function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ bench, what, figure, reach, reached }) => [
    bench,
    what,
    figure,
    reach,
    reached ? "yes" : "no",
  ]);
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
