import { startServer, type TestServer } from "../support/server";
import { bearerOn } from "../support/sign-in";
import { makeUser } from "../support/world";
import { demoTemplate } from "./demo-template";
import { type Figure, median, sideBySide } from "./figures";
import { fire, type Shot } from "./load";
import { webCpuSeconds } from "./web-use";

const bench = "pages that everybody sees";
const rounds = 3;
/** Kept small, so that a page waits for its processor and not for others. */
const clients = 8;

/** What is asked for, by browsers, how often in a round, and how it is answered. */
interface Asked {
  readonly what: string;
  readonly count: number;
  readonly status: number;
  readonly path: string;
  readonly headers?: Shot["headers"];
  /** Whether each is asked for by itself, so that none is kept for it. */
  readonly isAnew?: boolean;
  /** What it may cost, against the cheapest answer: half of what it was here; none where nothing is asked. */
  readonly most?: number;
  /**
   * Of how many bytes it may be: half of the 149 kB that were measured when less was asked for; half of the 168.8 that
   * this bench measured then are 84.4.
   */
  readonly mostBytes?: number;
}

/** What one round of a page came to. */
interface Took {
  readonly perSecond: number;
  /** Of the web process, for one answer. */
  readonly cpuMs: number;
}

/**
 * What a page costs the web process, beside the cheapest answer to somebody known; all of the production build with
 * the demo's data, asked for by nobody known, as search engines and first visits do.
 */
export async function pages(): Promise<Figure[]> {
  const template = await demoTemplate();
  // Without the tests' clock, which every request would ask for.
  const server = await startServer({
    template,
    env: { BAYBOOK_DEMO: "1", TEST_CLOCK: "0" },
    worker: false,
  });
  try {
    const kinds = await asked(server);
    for (const kind of kinds) await round(server, kind);
    const took = new Map<Asked, Took[]>(kinds.map((kind) => [kind, []]));
    for (let turn = 0; turn < rounds; turn += 1) {
      for (const kind of kinds) took.get(kind)?.push(await round(server, kind));
    }
    const [cheapest = []] = took.values();
    const figures: Figure[] = [];
    for (const kind of kinds) {
      const bytes = kind.path === nothing ? 0 : await sizeOf(`${server.url}${kind.path}`);
      figures.push(figureOf(kind, bytes, { took: took.get(kind) ?? [], cheapest }));
      if (kind.mostBytes !== undefined) figures.push(sizeOfHtml(kind.what, bytes, kind.mostBytes));
    }
    return figures;
  } finally {
    await server.stop();
  }
}

/** The cheapest first. */
async function asked(server: TestServer): Promise<readonly Asked[]> {
  const headers = await bearerOn(server.db, await makeUser(server.db, "EvOwner"));
  const landing = await (await fetch(server.url)).text();
  const [script = ""] = /\/_next\/static\/chunks\/[\w.~-]+\.js/.exec(landing) ?? [];
  const station = await freeStation(server.url);
  // Whoever asks with a word of their own gets no page that was made for others.
  const anew = { isAnew: true, count: 80, status: 200 };
  return [
    { what: "the cheapest authenticated answer", count: 400, status: 200, path: nothing, headers },
    { what: "the landing page, made anew", ...anew, path: "/", most: 6.7, mostBytes: 74_500 },
    { what: "the landing page, kept", count: 300, status: 200, path: "/", most: 1 },
    { what: "a station, made anew", ...anew, path: station, most: 7.7 },
    { what: "a station, kept", count: 300, status: 200, path: station, most: 1 },
    { what: "questions and answers, made anew", ...anew, path: "/faq" },
    { what: "questions and answers, kept", count: 300, status: 200, path: "/faq", most: 1 },
    { what: "a script", count: 300, status: 200, path: script },
    { what: "a missing script", count: 300, status: 404, path: "/_next/static/chunks/none.js" },
    { what: "a missing picture", count: 300, status: 404, path: "/icons/none.png", most: 1.3 },
    { what: "a page that is not there", count: 80, status: 404, path: "/none" },
  ];
}

/** The page of a station of the demo's that has a place to book. */
export async function freeStation(url: string): Promise<string> {
  const near = await fetch(`${url}/api/v1/stations?near=40.75,-73.98&radius=100&limit=100`);
  const { data } = (await near.json()) as {
    data: { id: string; availability: { freeCapacity: number }[] }[];
  };
  const free = data.find(({ availability }) => availability.some((day) => day.freeCapacity > 0));
  return `/stations/${free?.id}`;
}

const nothing = "/api/test/nothing";
let words = 0;

async function round(server: TestServer, asked: Asked): Promise<Took> {
  const { what, count, status, path, isAnew, headers = {} } = asked;
  const method = path === nothing ? "POST" : "GET";
  const shots = Array.from({ length: count }, () => ({
    method: method as Shot["method"],
    path: isAnew ? `${path}?word=${(words += 1)}` : path,
    headers: { ...headers, "accept-encoding": "gzip" },
    ...(method === "POST" && { body: {} }),
  }));
  const before = await webCpuSeconds(server);
  const { perSecond, statuses } = await fire(server.url, shots, clients);
  const used = (await webCpuSeconds(server)) - before;
  if (statuses[status] !== count) {
    throw new Error(`Of ${what} not all were answered ${status}: ${JSON.stringify(statuses)}`);
  }
  return { perSecond, cpuMs: (used / count) * 1_000 };
}

/** Unpacked, in bytes. */
const sizeOf = async (url: string) => (await (await fetch(url)).arrayBuffer()).byteLength;

function figureOf(
  kind: Asked,
  bytes: number,
  { took, cheapest }: { took: readonly Took[]; cheapest: readonly Took[] },
): Figure {
  const { what, most } = kind;
  const cpu = (of: readonly Took[]) => of.map(({ cpuMs }) => cpuMs);
  const { ratio, said } = sideBySide(cpu(took), cpu(cheapest), most);
  const perSecond = median(took.map((one) => one.perSecond));
  return {
    bench,
    what,
    figure: `${median(cpu(took)).toFixed(2)} ms of processor, ${said}, ${perSecond.toFixed(0)} a second, ${(bytes / 1_000).toFixed(1)} kB`,
    reach: most === undefined ? "–" : `≤ ${most} times`,
    reached: ratio <= (most ?? Infinity),
    value: ratio,
  };
}

const sizeOfHtml = (what: string, bytes: number, most: number): Figure => ({
  bench,
  what: `${what}: its HTML`,
  figure: `${(bytes / 1_000).toFixed(1)} kB`,
  reach: `≤ ${most / 1_000} kB`,
  reached: bytes <= most,
  value: bytes / 1_000,
});
