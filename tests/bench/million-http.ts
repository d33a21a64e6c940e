import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { keepCells } from "@/lib/sites/stations";

import { startBeside, testEnvironment } from "../support/server";
import { testConfig } from "../support/world";
import { type Figure, median, sideBySide } from "./figures";
import { atEachSize, type Size } from "./million-world";

const bench = "a million stations over HTTP, one request after the other";
const rounds = 15;

/** Asked for with a word of their own each time, so that no page is one that was kept. */
const questions = {
  "GET /": "/?",
  "GET stations?limit=20": "/api/v1/stations?limit=20",
  "the map of New York City at zoom 11": "/api/v1/stations/map?zoom=11&bbox=-74.3,40.5,-73.6,40.95",
  "the map without a box": "/api/v1/stations/map?",
} as const;
type Question = keyof typeof questions;

interface Asked {
  /** Milliseconds of each time. */
  readonly took: readonly number[];
  /** Of the answer, unpacked. */
  readonly bytes: number;
}

/** What each size came to, by question. */
export type OverHttp = Map<Size, Record<string, Asked>>;

/** What the first page, the list and the map take with all that is around them, at 4.7 k and 1 M stations. */
export async function millionOverHttp(): Promise<Figure[]> {
  const answers: OverHttp = new Map();
  await atEachSize(async ({ size, url, database: { db } }) => {
    if (size === "100 k") return;
    // As the worker does.
    await keepCells(makeContext({ db, actor: jobActor("map-cells"), config: testConfig }));
    answers.set(size, await askOverHttp(url));
  });
  return overHttpFigures(answers);
}

/** Asks a web process on the database at `url`, whose cells are kept. */
export async function askOverHttp(url: string): Promise<Record<string, Asked>> {
  const env = { ...testEnvironment(url, "http://localhost"), TEST_CLOCK: "0" };
  const server = await startBeside(env);
  try {
    const asked: Record<string, Asked> = {};
    for (const [what, path] of Object.entries(questions)) {
      asked[what] = await ask(server.url, path);
    }
    return asked;
  } finally {
    await server.stop();
  }
}

export const overHttpFigures = (answers: OverHttp): Figure[] =>
  Object.keys(questions).map((what) => figureOf(what as Question, answers));

async function ask(url: string, path: string): Promise<Asked> {
  const took: number[] = [];
  let bytes = 0;
  // What is loaded once comes before.
  for (let turn = -5; turn < rounds; turn += 1) {
    // An API that knows its names is asked as it is: nothing there is kept.
    const address = path.startsWith("/api") ? path.replace(/\?$/, "") : `${path}word=${turn}`;
    const began = performance.now();
    const answer = await fetch(`${url}${address}`);
    const body = await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
    if (turn < 0) continue;
    took.push(performance.now() - began);
    bytes = body.byteLength;
  }
  return { took, bytes };
}

function figureOf(what: Question, answers: ReadonlyMap<Size, Record<string, Asked>>): Figure {
  const [few, many] = [...answers.values()].map((asked) => asked[what]);
  const { ratio, said } = sideBySide(many?.took ?? [], few?.took ?? [], 2);
  const ms = [few, many].map((asked) => median(asked?.took ?? []).toFixed(1)).join(", ");
  const bytes = many?.bytes ?? Number.NaN;
  return {
    bench,
    what: `${what}, at ${[...answers.keys()].join(", then at ")}`,
    figure: `p50 ${ms} ms, ${said}, ${(bytes / 1_000).toFixed(0)} kB`,
    reach: "≤ 2 times, ≤ 1000 kB",
    value: ratio,
    reached: ratio <= 2 && bytes <= 1_000_000,
  };
}
