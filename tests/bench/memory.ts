import { makeCreateWorld } from "./create-world";
import { besideBound, type Figure } from "./figures";
import { fire, type Shot } from "./load";
import { startInspected } from "./inspect-process";

const bench = "memory of a web process under load, 32 connections";
/** Rounds after the first, which loads what is loaded once. */
const rounds = 5;
/** Requests of each kind in a round. */
const perRound = { bookings: 500, lists: 130, pages: 70 } as const;
const mostGrowth = 1.25;
/** What a process may have of the machine's memory at any time (docs/architecture.md), in MiB. */
const mostMib = 900;
const mebibyte = 1024 * 1024;

/**
 * What the web process holds after thousands of bookings, lists, maps and pages: once its garbage is gone, which is asked
 * for after the first round and after the last alone, so that what is kept for good shows; and with it, from before the
 * first request on, as the collector lets it stand.
 */
export async function memory(): Promise<Figure[]> {
  const { server, inspected, stop } = await startInspected();
  try {
    const world = await makeCreateWorld(server.db);
    const begun = await inspected.memory();
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
      return inspected.memory();
    };
    const withoutGarbage = async () => {
      await inspected.collectGarbage();
      return (await inspected.memory()).heapUsed;
    };
    const each = [begun, await round()];
    const first = await withoutGarbage();
    for (let turn = 0; turn < rounds; turn += 1) each.push(await round());
    return figuresOf(each, first, await withoutGarbage());
  } finally {
    await stop();
  }
}

/** A box of the map that moves from request to request. */
const mapOf = (at: number) => {
  const west = -75 + (at % 100) / 100;
  return `/api/v1/stations/map?zoom=11&bbox=${west},40,${west + 1},41`;
};

const mib = (bytes: number) => Math.round(bytes / mebibyte);

/** What it had before the first request and after each round, and what of it was in use without garbage. */
function figuresOf(
  each: readonly { readonly rss: number; readonly maxRss: number }[],
  first: number,
  last: number,
): Figure[] {
  const growth = last / first;
  const all = Object.values(perRound).reduce((sum, count) => sum + count, 0);
  const most = mib(each.at(-1)?.maxRss ?? Number.NaN);
  const had = each.map(({ rss }) => `${mib(rss)}`).join(", ");
  return [
    {
      bench,
      what: `in use after ${all} requests and after ${all * (rounds + 1)}`,
      figure: `${mib(first)} MiB, then ${mib(last)} MiB: ${besideBound(growth, mostGrowth)} times`,
      reach: `≤ ${mostGrowth} times`,
      reached: growth <= mostGrowth,
      value: growth,
    },
    {
      bench,
      what: `all that the process has, garbage and all, before the first request and after each ${all}`,
      figure: `${had} MiB, ${most} MiB at most`,
      reach: `≤ ${mostMib} MiB at any time`,
      reached: most <= mostMib,
      value: most,
    },
  ];
}
