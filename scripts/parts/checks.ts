import { runQuietly, type Tally, tallyOne, tallyVitest } from "./tally";

/** A step of `npm run check` that passes or fails as a whole: name, program, arguments. */
type Step = readonly [string, string, ...string[]];

const STEPS: readonly Step[] = [
  // Next writes the types of the routes, which tsc then needs.
  ["route types", "node_modules/next/dist/bin/next", "typegen"],
  ["types", "node_modules/typescript/bin/tsc", "--noEmit"],
  ["lint", "node_modules/oxlint/bin/oxlint", "--deny-warnings"],
  ["dead code", "node_modules/knip/bin/knip.js"],
];
/** Takes as long as all the others together, on one core. */
const FORMATTING: Step = [
  "formatting",
  "node_modules/prettier/bin/prettier.cjs",
  "--check",
  "--log-level=warn",
  ".",
];

/** Runs everything that needs no database, server or browser. */
export async function runChecks(): Promise<Tally[]> {
  const [formatting, others] = await Promise.all([runStep(FORMATTING), runOthers()]);
  return [formatting, ...others];
}

async function runOthers(): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const step of STEPS) tallies.push(await runStep(step));
  tallies.push(await tallyVitest("architecture", ["architecture"]));
  return tallies;
}

const runStep = ([name, program, ...args]: Step) =>
  tallyOne(name, async () => (await runQuietly(program, args)) === 0);
