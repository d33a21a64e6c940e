import { emptyQuery, listParams, othersParams } from "@/components/finder/finder-query";
import { anonymous } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { keepCells, nearbyStations, readMapPlaces, searchStations } from "@/lib/sites/stations";
import { NearbyStations, ReadMapPlaces, SearchStations } from "@/lib/sites/stations/schema";

import { testConfig } from "../support/world";
import { type Figure, median, sideBySide } from "./figures";
import { askOverHttp, overHttpFigures, type OverHttp } from "./million-http";
import { atEachSize, type Size } from "./million-world";
import { measureNearby, nearbyFigures, type NearbyTook } from "./nearby";

const bench = "a million stations";
/** A question is asked so often, or for so long, in milliseconds. */
const asking = { times: 15, atMostMs: 12_000 };
const mostBytes = 1_000_000;

const page = { page: 1, limit: 20 };
const list = (ctx: Context, asked: object, paging = page) =>
  searchStations(ctx, { ...SearchStations.parse(asked), ...paging });
const map = (ctx: Context, asked: object) => readMapPlaces(ctx, ReadMapPlaces.parse(asked));
const newYork = { latitude: 40.7128, longitude: -74.006, radius: 5_000 };

/** What is asked, and how: with what a page or the API hands on. */
const questions: Readonly<Record<string, (ctx: Context) => Promise<unknown>>> = {
  "the landing's list": async (ctx) => [
    await list(ctx, Object.fromEntries(listParams(emptyQuery))),
    await list(ctx, Object.fromEntries(othersParams(emptyQuery)), { page: 1, limit: 1 }),
  ],
  "GET stations?limit=20": (ctx) => list(ctx, {}),
  "the console's list by name": (ctx) => list(ctx, { sort: "name" }),
  "the map of New York City at zoom 11": (ctx) =>
    map(ctx, { zoom: 11, bbox: "-74.3,40.5,-73.6,40.95" }),
  "the map of half the world at zoom 3": (ctx) => map(ctx, { zoom: 3, bbox: "-150,-20,30,70" }),
  "the map without a box": (ctx) => map(ctx, {}),
  "the map without a box at zoom 22": (ctx) => map(ctx, { zoom: 22 }),
  "the map of what can be booked, without a box": (ctx) => map(ctx, { bookable: "true" }),
  "5 km around New York": (ctx) =>
    nearbyStations(ctx, { ...NearbyStations.parse(newYork), page: 1, limit: 10 }),
};

interface Asked {
  /** Milliseconds of each time. */
  readonly took: readonly number[];
  readonly bytes: number;
}

/**
 * What the first page, the lists, the map and a circle (by itself: `nearby`) take at 4.7 k, 100 k and 1 M stations (quality.md,
 * Performance), and over HTTP (by itself: `million-http`): the real set and copies of it elsewhere, in one database, so
 * one size is measured after the other.
 */
export async function million(): Promise<Figure[]> {
  const answers = new Map<Size, Readonly<Record<string, Asked>>>();
  const around = new Map<Size, NearbyTook>();
  const overHttp: OverHttp = new Map();
  await atEachSize(async ({ size, url, database: { db } }) => {
    await keepCells(makeContext({ db, actor: jobActor("map-cells"), config: testConfig }));
    const ctx = makeContext({ db, actor: anonymous, config: testConfig });
    answers.set(size, await askAll(ctx));
    around.set(size, await measureNearby(url));
    if (size !== "100 k") overHttp.set(size, await askOverHttp(url));
  });
  return [...figuresOf(answers), ...nearbyFigures(around), ...overHttpFigures(overHttp)];
}

async function askAll(ctx: Context): Promise<Record<string, Asked>> {
  const answers: Record<string, Asked> = {};
  for (const [what, ask] of Object.entries(questions)) answers[what] = await askOften(ctx, ask);
  return answers;
}

async function askOften(ctx: Context, ask: (ctx: Context) => Promise<unknown>): Promise<Asked> {
  const bytes = Buffer.byteLength(JSON.stringify(await ask(ctx)));
  const took: number[] = [];
  const began = performance.now();
  while (took.length < asking.times && performance.now() - began < asking.atMostMs) {
    const start = performance.now();
    await ask(ctx);
    took.push(performance.now() - start);
  }
  return { took, bytes };
}

function figuresOf(answers: ReadonlyMap<Size, Readonly<Record<string, Asked>>>): Figure[] {
  const all = [...answers.values()];
  const figures = Object.keys(questions).map((what) => {
    const took = all.map((asked) => asked[what]?.took ?? []);
    const { ratio, said } = sideBySide(took.at(-1) ?? [], took[0] ?? [], 2);
    return {
      bench,
      what: `${what}, at ${[...answers.keys()].join(", then at ")}`,
      figure: `p50 ${took.map((ms) => median(ms).toFixed(1)).join(", ")} ms, ${said}`,
      reach: "≤ 2 times",
      reached: ratio <= 2,
      value: ratio,
    };
  });
  const largest = Object.entries(all.at(-1) ?? {}).toSorted(
    ([, one], [, other]) => other.bytes - one.bytes,
  )[0];
  const bytes = largest?.[1].bytes ?? Number.NaN;
  return [
    ...figures,
    {
      bench,
      what: `the largest answer at 1 M: ${largest?.[0]}`,
      figure: `${(bytes / 1_000).toFixed(0)} kB`,
      reach: `≤ ${mostBytes / 1_000} kB`,
      reached: bytes <= mostBytes,
    },
  ];
}
