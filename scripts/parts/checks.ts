import { runQuietly, type Tally, tallyOne, tallyVitest } from "./tally";

/** A step of `npm run check` that passes or fails as a whole: name, program, arguments. */
type Step = readonly [string, string, ...string[]];

/** Next writes the types of the routes, which tsc then needs. */
const ROUTE_TYPES: Step = ["route types", "node_modules/next/dist/bin/next", "typegen"];
/** Takes as long as all the others together. */
const TYPES: Step = ["types", "node_modules/typescript/bin/tsc", "--noEmit"];
const OTHERS: readonly Step[] = [
  ["formatting", "node_modules/oxfmt/bin/oxfmt", "--check"],
  ["lint", "node_modules/oxlint/bin/oxlint", "--deny-warnings"],
  ["dead code", "node_modules/knip/bin/knip.js"],
];

/** Runs everything that needs no database, server or browser. */
export async function runChecks(): Promise<Tally[]> {
  const routeTypes = await runStep(ROUTE_TYPES);
  const [types, others] = await Promise.all([runStep(TYPES), runOthers()]);
  return [routeTypes, types, ...others];
}

async function runOthers(): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const step of OTHERS) tallies.push(await runStep(step));
  tallies.push(await tallyVitest("architecture", ["architecture"]));
  return tallies;
}

const runStep = ([name, program, ...args]: Step) =>
  tallyOne(name, async () => (await runQuietly(program, args)) === 0);
