import { cpus } from "node:os";

import { sql } from "drizzle-orm";

import { startBeside, startServer, type TestServer } from "../support/server";
import { contestedPlaces, type CreateWorld, makeCreateWorld } from "./create-world";
import { type Figure, median, sideBySide } from "./figures";
import { connections, fire, type Round, type Shot } from "./load";
import { replay } from "./replay";
import { logStatements, type Statement } from "../support/statement-log";
import { usedSeconds } from "./web-use";

/** Rounds of each kind, one of all after another, and requests in each. */
const rounds = 5;
const perRound = 600;
const clients = 64;
const bench = `bookings over HTTP, ${connections} connections`;

/** The kinds of rounds, in the order in which each turn has them. */
type Kind =
  | "nothing"
  | "me"
  | "manual"
  | "direct"
  | "approve"
  | "cancel"
  | "auto"
  | "checkIn"
  | "hot"
  | "burst"
  | "rush"
  | "full"
  | "two";

/** What a booking costs from the socket to the disk, beside what any answer costs (quality.md, Performance). */
export async function create(): Promise<Figure[]> {
  // Without the tests' clock, which every request would ask for. The worker is measured by itself.
  const server = await startServer({ env: { TEST_CLOCK: "0" }, worker: false });
  const beside = await startBeside(server.env);
  try {
    const world = await makeCreateWorld(server.db);
    const logged = await logOne(server, world);
    console.log(logOf(logged.statements));
    const took: Record<Kind, Round[]> = {
      nothing: [],
      me: [],
      manual: [],
      direct: [],
      approve: [],
      cancel: [],
      auto: [],
      checkIn: [],
      hot: [],
      burst: [],
      rush: [],
      full: [],
      two: [],
    };
    await fire(server.url, world.spread("Manual", perRound));
    const used = { seconds: 0, bookings: 0 };
    for (let turn = 0; turn < rounds; turn += 1) {
      const shoot = async (kind: Kind, shots: readonly Shot[], status: number) => {
        const round = answered(await fire(server.url, shots), status, shots.length);
        took[kind].push(round);
        return round.answers;
      };
      await shoot("nothing", world.asked("POST", "/api/test/nothing", perRound), 200);
      await shoot("me", world.asked("GET", "/api/v1/auth/me", perRound), 200);
      const before = await usedSeconds(server);
      const manual = await shoot("manual", world.spread("Manual", perRound), 201);
      const after = await usedSeconds(server);
      used.seconds += after.web - before.web + after.database - before.database;
      used.bookings += perRound;
      took.direct.push(await replay(server.databaseUrl, logged, world.spread("Manual", perRound)));
      await shoot("approve", world.approve(manual), 200);
      await shoot("cancel", world.cancel(manual), 200);
      const auto = await shoot("auto", world.spread("Auto", perRound), 201);
      await server.db.execute(sql`update qr_tokens set opens_at = now() - interval '1 hour'`);
      await shoot("checkIn", world.checkIn(auto), 201);
      await shoot("hot", world.hot(perRound), 201);
      took.burst.push(
        answered(await fire(server.url, world.spread("Manual", clients), clients), 201, clients),
      );
      took.rush.push(await contest(server, world));
      await shoot("full", world.again(perRound), 409);
      took.two.push(await shareOut([server.url, beside.url], world.spread("Manual", perRound)));
    }
    return figuresOf(took, (used.seconds / used.bookings) * 1_000, logged.statements);
  } finally {
    await beside.stop();
    await server.stop();
  }
}

/** As many connections as usual, shared out between web processes. */
async function shareOut(urls: readonly string[], shots: readonly Shot[]): Promise<Round> {
  const each = Math.ceil(shots.length / urls.length);
  const rounds = await Promise.all(
    urls.map((url, at) => {
      const own = shots.slice(at * each, (at + 1) * each);
      return fire(url, own, connections / urls.length);
    }),
  );
  const [first] = rounds;
  if (!first) throw new Error("There is no web process.");
  for (const [at, round] of rounds.entries()) {
    answered(round, 201, shots.slice(at * each, (at + 1) * each).length);
  }
  return { ...first, perSecond: rounds.reduce((sum, { perSecond }) => sum + perSecond, 0) };
}

/** The statements of one booking at a station that approves by hand, as they reach PostgreSQL. */
async function logOne(server: TestServer, world: CreateWorld) {
  const log = await logStatements(server.databaseUrl);
  const beside = await startBeside({ ...server.env, DATABASE_URL: log.url });
  try {
    const [warm, of] = [world.spread("Manual", 20), world.spread("Manual", 1)[0]];
    if (!of) throw new Error("There is no request to log.");
    // What the driver asks of types and statements comes before.
    answered(await fire(beside.url, warm, 1), 201, warm.length);
    const since = new Date();
    const statements = await log.during(async () => {
      answered(await fire(beside.url, [of], 1), 201, 1);
    });
    return { statements, of, since };
  } finally {
    await beside.stop();
    log.close();
  }
}

const logOf = (statements: readonly Statement[]) =>
  statements
    .map(({ trip, sql }) => `${String(trip).padStart(3)}  ${sql.replace(/\s+/g, " ").trim()}`)
    .join("\n");

/** Many at once at a slot with few places: just so many get one. */
async function contest(server: TestServer, world: CreateWorld): Promise<Round> {
  const round = await fire(server.url, world.contested(clients), clients);
  const { 201: made, 409: refused } = round.statuses;
  if (made === contestedPlaces && refused === clients - contestedPlaces) return round;
  throw new Error(
    `${made} bookings of ${contestedPlaces} places were made: ${JSON.stringify(round.statuses)}`,
  );
}

function answered(round: Round, status: number, count: number): Round {
  if (round.statuses[status] === count) return round;
  const { statuses, samples } = round;
  throw new Error(`Not all were answered ${status}: ${JSON.stringify({ statuses, samples })}`);
}

/** As EVtivity's booking route costs, measured on such a machine. */
const peersCpuMs = 3.6;

function figuresOf(
  took: Record<Kind, readonly Round[]>,
  cpuMs: number,
  statements: readonly Statement[],
): Figure[] {
  const speeds = (kind: Kind) => took[kind].map(({ perSecond }) => perSecond);
  const speed = (kind: Kind) => median(speeds(kind));
  const share = (one: Kind, other: Kind) => {
    const { ratio: of, spread } = sideBySide(speeds(one), speeds(other));
    return { of, spread };
  };
  const p50 = (kind: Kind) => median(took[kind].map((round) => round.p50));
  const p99 = sideBySide(
    took.manual.map((round) => round.p99),
    took.manual.map((round) => round.p50),
  );
  const row = (what: string, figure: string, reach: string, reached: boolean): Figure => ({
    bench,
    what,
    figure,
    reach,
    reached,
  });
  const against = (what: string, one: Kind, other: Kind, least: number) => {
    const { of, spread } = share(one, other);
    const figure = `${speed(one).toFixed(0)} against ${speed(other).toFixed(0)} a second: ${of.toFixed(2)} (${spread})`;
    return row(what, figure, least > 0 ? `≥ ${Number(least.toFixed(2))}` : "–", of >= least);
  };
  // Two web processes, their PostgreSQL and who asks need a core each.
  const twice = () => {
    const cores = cpus().length;
    const { of, spread } = share("two", "manual");
    const figure = `${of.toFixed(2)} times (${spread}) on ${cores} cores`;
    return row(
      "two web processes against one",
      figure,
      "≥ 1.6 times from 4 cores on",
      cores < 4 || of >= 1.6,
    );
  };
  const refused = (what: string, refusals: readonly number[], successes: readonly number[]) => {
    const { ratio, spread } = sideBySide(refusals, successes);
    const figure = `refused after p50 ${median(refusals).toFixed(0)} ms, a booking ${median(successes).toFixed(0)} ms: ${ratio.toFixed(2)} times (${spread})`;
    return row(what, figure, "refused no slower", ratio <= 1);
  };
  const trips = new Set(statements.map(({ trip }) => trip)).size;
  return [
    against("a booking against the cheapest authenticated answer", "manual", "nothing", 0.75),
    against("a booking against auth/me", "manual", "me", 0.75),
    against("a booking against the same SQL sent directly", "manual", "direct", 0.25),
    row(
      "p99 against p50",
      `${p50("manual").toFixed(0)} ms, ${p99.said}`,
      "≤ 4 times",
      p99.ratio <= 4,
    ),
    row(
      "processor time of web and PostgreSQL for a booking",
      `${cpuMs.toFixed(2)} ms`,
      `≤ ${peersCpuMs / 2} ms`,
      cpuMs <= peersCpuMs / 2,
    ),
    row(
      "statements of a booking, in trips to the database",
      `${statements.length} in ${trips}`,
      "2 trips",
      trips <= 2,
    ),
    against("where the station approves by itself against by hand", "auto", "manual", 1 / 1.15),
    against("an approval against auth/me", "approve", "me", 0),
    against("a cancellation against auth/me", "cancel", "me", 0),
    against("a check-in against auth/me", "checkIn", "me", 0),
    against("all of one slot against spread", "hot", "manual", 0.5),
    refused(
      `${clients} at once at a slot with ${contestedPlaces} places, of which ${contestedPlaces} succeed, against ${clients} spread`,
      took.rush.map(({ p50Of }) => p50Of[409] ?? Number.NaN),
      took.burst.map((round) => round.p50),
    ),
    refused(
      "who comes after them, against spread",
      took.full.map((round) => round.p50),
      took.manual.map((round) => round.p50),
    ),
    twice(),
  ];
}
