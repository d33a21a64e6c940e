import { runTool, type Tally, tallyOne, tallyVitest } from "./tally";

/** The steps of `npm run check` that pass or fail as a whole: name, program, arguments. */
const STEPS: readonly [string, string, ...string[]][] = [
  // Next writes the types of the routes, which tsc then needs.
  ["route types", "node_modules/next/dist/bin/next", "typegen"],
  ["types", "node_modules/typescript/bin/tsc", "--noEmit"],
  ["lint", "node_modules/oxlint/bin/oxlint", "--deny-warnings"],
  ["formatting", "node_modules/prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."],
  ["dead code", "node_modules/knip/bin/knip.js"],
];

/** Runs everything that needs no database, server or browser. */
export async function runChecks(): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const [name, program, ...args] of STEPS) {
    tallies.push(await tallyOne(name, async () => (await runTool(program, args)) === 0));
  }
  tallies.push(await tallyVitest("architecture", ["architecture"]));
  return tallies;
}
