import { sql } from "drizzle-orm";

import { jobActor } from "@/lib/core/job-actor";
import { checkInvariants } from "@/lib/process/check-invariants";
import { makeContext } from "@/lib/process/wiring";

import { onDurableCluster } from "../support/cluster";
import { startBeside, startServer, type TestServer } from "../support/server";
import { logStatements, type Statement } from "../support/statement-log";
import { testConfig } from "../support/world";
import { clients, figuresOf, nothingYet, type Took } from "./create-figures";
import { type CreateWorld, makeCreateWorld } from "./create-world";
import type { Figure } from "./figures";
import { contestedPlaces, oneHoldAnHour } from "./late-world";
import { everyLimit } from "./limits-on";
import { connections, fire, type Round, type Shot } from "./load";
import { pinApart } from "./pin";
import { openReplay } from "./replay";
import { usedBy } from "./web-use";

/** Rounds of each kind, one of all after another, and requests in each. */
const rounds = 5;
const perRound = 280;

/** What is measured, and where. */
interface Bench {
  readonly server: TestServer;
  /** Another web process on the same database. */
  readonly beside: Pick<TestServer, "url" | "processes" | "stop">;
  readonly world: CreateWorld;
  readonly took: Took;
}

/**
 * What a booking costs from the socket to the disk, beside what any answer costs (quality.md, Performance): every rule and
 * limit is on, and PostgreSQL flushes.
 */
export const create = (): Promise<Figure[]> => onDurableCluster(createThere);

async function createThere(): Promise<Figure[]> {
  // Without the tests' clock, which every request would ask for. The worker is measured by itself.
  const env = { TEST_CLOCK: "0", ...everyLimit, ...oneHoldAnHour };
  const server = await startServer({ env, worker: false });
  const beside = await startBeside(server.env);
  try {
    const world = await makeCreateWorld(server.db);
    // What was made for a test has no history of its own.
    const unfounded = await brokenIn(server);
    const logged = await logOne(server, world);
    console.log(logOf(logged.statements));
    for (const { url } of [server, beside]) await fire(url, world.spread("Manual", perRound));
    const full = world.fill();
    answered(await fire(server.url, full), 201, full.length);
    const warm = world.spread("Manual", connections);
    const replay = await openReplay(server.databaseUrl, logged, warm);
    const took = nothingYet();
    await pinApart(server, beside);
    for (let turn = 0; turn < rounds; turn += 1) {
      await playTurn({ server, beside, world, took });
      took.direct.push(await replay.round(world.spread("Manual", perRound)));
    }
    const [account] = logged.statements;
    if (account) took.account.push(...(await replay.alone(account, perRound)));
    took.empty.push(...(await replay.alone({ sql: "select 1", values: [] }, perRound)));
    await replay.close();
    const broken = (await brokenIn(server)).filter((line) => !unfounded.includes(line));
    return figuresOf(took, logged.statements, broken);
  } finally {
    await beside.stop();
    await server.stop();
  }
}

/** A round of each kind, but of what is sent directly. */
async function playTurn({ server, beside, world, took }: Bench): Promise<void> {
  const shoot = async (shots: readonly Shot[], status: number) =>
    answered(await fire(server.url, shots), status, shots.length);
  const measured = async (shots: readonly Shot[], status: number) =>
    usedBy(server, shots.length, async () => shoot(shots, status));
  const nothing = await measured(world.asked("POST", "/api/test/nothing", perRound), 200);
  took.nothing.push(nothing.result);
  took.me.push(await shoot(world.asked("GET", "/api/v1/auth/me", perRound), 200));
  const manual = await measured(world.spread("Manual", perRound), 201);
  took.manual.push(manual.result);
  took.used.push({ nothing: nothing.used, manual: manual.used });
  took.approve.push(await shoot(world.approve(manual.result.answers), 200));
  took.cancel.push(await shoot(world.cancel(manual.result.answers), 200));
  const auto = await shoot(world.spread("Auto", perRound), 201);
  took.auto.push(auto);
  await server.db.execute(sql`update qr_tokens set opens_at = now() - interval '1 hour'`);
  took.checkIn.push(await shoot(world.checkIn(auto.answers), 201));
  took.hot.push(await shoot(world.hot(perRound), 201));
  const spread = world.spread("Manual", clients);
  took.burst.push(answered(await fire(server.url, spread, clients), 201, clients));
  await world.endHolds({ isLongAgo: true });
  took.rush.push(await contest(server, world));
  took.held.push(await shoot(world.late(perRound), 409));
  await world.endHolds({ isLongAgo: false });
  took.unheld.push(await shoot(world.late(perRound), 409));
  took.two.push(await shareOut([server.url, beside.url], world.spread("Manual", perRound)));
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

/** Where invariants do not hold, a line each. */
async function brokenIn({ db }: TestServer): Promise<string[]> {
  const ctx = makeContext({ db, actor: jobActor("invariants"), config: testConfig });
  const results = await checkInvariants(ctx);
  return results.flatMap(({ name, differences }) => differences.map((one) => `${name}: ${one}`));
}
