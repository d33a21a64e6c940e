import { makeCreateWorld } from "./create-world";
import { type Figure, sideBySide } from "./figures";
import { fire, type Shot } from "./load";
import { startInspected } from "./inspect-process";

const bench = "memory of a web process under load, 32 connections";
/** Rounds after the first, which loads what is loaded once. */
const rounds = 5;
/** Requests of each kind in a round. */
const perRound = { bookings: 500, lists: 130, pages: 70 } as const;
const mostGrowth = 1.25;
const mebibyte = 1024 * 1024;

/**
 * What the web process holds after thousands of bookings, lists, maps and pages, once its garbage is gone: what is kept
 * for good shows as growth from round to round, whatever the garbage collector lets stand meanwhile.
 */
export async function memory(): Promise<Figure[]> {
  const { server, inspected, stop } = await startInspected();
  try {
    const world = await makeCreateWorld(server.db);
    let word = 0;
    const get = (path: string): Shot => ({ method: "GET", path, headers: {} });
    const round = async () => {
      const others = Array.from({ length: perRound.lists + perRound.pages }, (_, index) => {
        word += 1;
        if (index % 3 === 0) return get(`/?word=${word}`);
        return get(
          index % 3 === 1 ? `/api/v1/stations?limit=20&page=${(word % 40) + 1}` : mapOf(word),
        );
      });
      const { statuses } = await fire(server.url, [
        ...world.spread("Manual", perRound.bookings),
        ...others,
      ]);
      const failed = Object.entries(statuses).filter(([status]) => Number(status) >= 400);
      if (failed.length > 0) throw new Error(JSON.stringify(statuses));
      const { rss } = await inspected.memory();
      await inspected.collectGarbage();
      return { heap: (await inspected.memory()).heapUsed, rss };
    };
    const first = await round();
    const after = [];
    for (let turn = 0; turn < rounds; turn += 1) after.push(await round());
    return figuresOf(first, after);
  } finally {
    await stop();
  }
}

/** A box of the map that moves from request to request. */
const mapOf = (at: number) => {
  const west = -75 + (at % 100) / 100;
  return `/api/v1/stations/map?zoom=11&bbox=${west},40,${west + 1},41`;
};

interface Held {
  /** What is in use once the garbage is gone, in bytes. */
  readonly heap: number;
  /** All that the process has of the machine's memory under load, in bytes. */
  readonly rss: number;
}

function figuresOf(first: Held, after: readonly Held[]): Figure[] {
  const mib = (bytes: number) => `${Math.round(bytes / mebibyte)} MiB`;
  const last = after.at(-1)?.heap ?? Number.NaN;
  const growth = last / first.heap;
  const { spread } = sideBySide(
    after.map(({ heap }) => heap),
    after.map(() => first.heap),
  );
  const each = Object.values(perRound).reduce((sum, count) => sum + count, 0);
  return [
    {
      bench,
      what: `in use after ${each} requests and after ${each * (rounds + 1)}`,
      figure: `${mib(first.heap)}, then ${after.map(({ heap }) => mib(heap)).join(", ")}: ${growth.toFixed(2)} times (${spread})`,
      reach: `≤ ${mostGrowth} times`,
      reached: growth <= mostGrowth,
    },
    {
      bench,
      what: "all that the process has, garbage and all",
      figure: `${mib(first.rss)}, then ${after.map(({ rss }) => mib(rss)).join(", ")}`,
      reach: "–",
      reached: true,
    },
  ];
}
