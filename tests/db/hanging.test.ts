import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createDatabase, type Database, isDatabaseAway, isDatabaseSlow } from "@/db/client";
import { deadlines } from "@/db/deadlines";
import { type Embedded, startEmbedded } from "@/db/embedded";
import { Pulse } from "@/db/pulse";

import { makeClusterFolder } from "../support/cluster";
import { hang } from "../support/hang";

const home = makeClusterFolder();
let server: Embedded;
let database: Database;

beforeAll(async () => {
  server = await startEmbedded({ directory: join(home, "postgres"), durable: false });
  database = createDatabase(server.url, { max: 4 });
  await database.sql`create table things (name text primary key)`;
});

afterAll(async () => {
  await database.close();
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

const refusal = (work: Promise<unknown>) => work.then(() => undefined).catch((error) => error);

/** How long until all is refused, in milliseconds, and why. */
async function refused(works: readonly Promise<unknown>[]) {
  const began = performance.now();
  const reasons = await Promise.all(works.map(refusal));
  return { took: performance.now() - began, away: reasons.map(isDatabaseAway) };
}

test("A4: while the database hangs everything is refused within 2 s, and then at once; all goes on when it answers", async () => {
  // Every connection is open.
  await Promise.all([1, 2, 3, 4].map(() => database.db.execute(sql`select pg_sleep(0.05)`)));
  const goOn = hang(server.pid);
  try {
    const first = await refused([
      ...Array.from({ length: 20 }, () => database.db.execute(sql`select 1`)),
      ...Array.from({ length: 20 }, () =>
        database.db.transaction((tx) => tx.execute(sql`insert into things values ('first')`)),
      ),
    ]);
    expect(first.away).toEqual(first.away.map(() => true));
    expect(first.took).toBeLessThan(1_800);
    const next = await refused([1, 2, 3].map(() => database.db.execute(sql`select 1`)));
    expect(next.took).toBeLessThan(50);
    await sleep(2_500);
    expect((await refused([database.db.execute(sql`select 1`)])).took).toBeLessThan(50);
  } finally {
    goOn();
  }
  await expect.poll(() => refusal(database.db.execute(sql`select 1`))).toBeUndefined();
  const answers = await Promise.all(
    Array.from(
      { length: 40 },
      async (_, at) => (await database.db.execute(sql`select ${at}::int as n`))[0]?.n,
    ),
  );
  expect(answers).toEqual(answers.map((_, at) => at));
  expect(await database.db.execute(sql`select * from things`)).toEqual([]);
});

test("A4: a hang in the midst of traffic is told within 2 s too", async () => {
  const until = performance.now() + 5_000;
  const traffic = Array.from({ length: 20 }, async () => {
    while (performance.now() < until) await database.db.execute(sql`select pg_sleep(0.02)`);
  });
  const running = refused(traffic);
  await sleep(700);
  const goOn = hang(server.pid);
  const began = performance.now();
  try {
    expect((await running).away).toEqual(Array.from({ length: 20 }, () => true));
    expect(performance.now() - began).toBeLessThan(1_800);
  } finally {
    goOn();
  }
  await expect.poll(() => refusal(database.db.execute(sql`select 1`))).toBeUndefined();
});

test("A4: a connection that alone falls silent is given up when patience ends, and replaced", async () => {
  const patient = createDatabase(server.url, { max: 1, deadlines: { patienceMs: 700 } });
  try {
    const [mine] = await patient.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    const pid = Number(mine?.pid);
    process.kill(pid, "SIGSTOP");
    try {
      const { took, away } = await refused([
        patient.db.execute(sql`select 1`),
        patient.db.transaction((tx) => tx.execute(sql`select 1`)),
      ]);
      expect(away).toEqual([true, true]);
      expect(took).toBeLessThan(1_200);
      const [next] = await patient.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      expect(next?.pid).not.toBe(pid);
    } finally {
      process.kill(pid, "SIGCONT");
    }
  } finally {
    await patient.close();
  }
});

/** The processes of the connections over which the pool asks whether the server is there. */
async function askersOf(name: string): Promise<number[]> {
  const rows = await database.sql<{ pid: number }[]>`
    select pid from pg_stat_activity where application_name = ${`${name} pulse`}`;
  return rows.map(({ pid }) => pid);
}

test("A4: the asking connection that alone falls silent, or is lost, costs nobody anything", async () => {
  const name = "asked";
  const pool = createDatabase(server.url, { max: 4, name });
  try {
    await pool.db.execute(sql`select pg_sleep(0.05)`);
    await expect.poll(() => askersOf(name)).toHaveLength(1);
    const [stopped = 0] = await askersOf(name);
    process.kill(stopped, "SIGSTOP");
    try {
      const until = performance.now() + 1_900;
      const reasons = await Promise.all([
        refusal(pool.db.execute(sql`select pg_sleep(1.9)`)),
        refusal(
          pool.db.transaction(async (tx) => {
            await tx.execute(sql`create temp table kept (n int) on commit drop`);
            await sleep(1_500);
            await tx.execute(sql`insert into kept values (1)`);
          }),
        ),
        refusal(
          (async () => {
            while (performance.now() < until) {
              await pool.db.execute(sql`select 1`);
              await sleep(10);
            }
          })(),
        ),
      ]);
      expect(reasons).toEqual([undefined, undefined, undefined]);
      // The stopped one cannot notice that it was given up.
      expect(await askersOf(name)).toHaveLength(2);
    } finally {
      process.kill(stopped, "SIGCONT");
    }
    // Also where nothing else is answered meanwhile.
    await expect.poll(() => askersOf(name)).toHaveLength(1);
    const [next = 0] = await askersOf(name);
    process.kill(next, "SIGSTOP");
    try {
      expect(await refusal(pool.db.execute(sql`select pg_sleep(1.5)`))).toBeUndefined();
      expect(await askersOf(name)).toHaveLength(2);
    } finally {
      process.kill(next, "SIGCONT");
    }
    // Lost between two questions, or while one is on its way.
    const long = refusal(pool.db.execute(sql`select pg_sleep(1.5)`));
    await database.db.execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'asked pulse'`);
    expect(await long).toBeUndefined();
  } finally {
    await pool.close();
  }
});

test("A4: an asking connection that breaks at its question is asked anew before anything is cut", async () => {
  const cuts: number[] = [];
  const answers = [false, false, true];
  const pulse = new Pulse(deadlines.request, {
    ask: async () => answers.shift() ?? true,
    forget: () => {},
    listen: () => {},
    heardSince: () => false,
    cut: () => cuts.push(performance.now()),
  });
  await pulse.during(() => sleep(1_000));
  pulse.stop();
  expect([cuts, answers]).toEqual([[], []]);
});

test("A4: what takes long while the server answers is left alone, and so is what a busy process has not read yet", async () => {
  const long = refusal(database.db.execute(sql`select pg_sleep(2)`));
  await sleep(100);
  const until = performance.now() + 1_500;
  while (performance.now() < until);
  expect(await long).toBeUndefined();
});

test("A3: the server takes back a statement that is over its time, and the connection goes on", async () => {
  const strict = createDatabase(server.url, { max: 1, deadlines: { statementMs: 200 } });
  try {
    const error = await refusal(strict.db.execute(sql`select pg_sleep(5)`));
    expect([isDatabaseSlow(error), isDatabaseAway(error)]).toEqual([true, false]);
    expect(await strict.db.execute(sql`select 1 as n`)).toEqual([{ n: 1 }]);
  } finally {
    await strict.close();
  }
});

test("A4: what is left of a transaction whose connection was lost meets nobody else's", async () => {
  const one = createDatabase(server.url, { max: 1 });
  const { promise: lostMeanwhile, resolve: goOn } = Promise.withResolvers<void>();
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();
  try {
    const late = Promise.withResolvers<unknown>();
    const first = refusal(
      one.db.transaction(async (tx) => {
        await tx.execute(sql`insert into things values ('lost')`);
        isReady();
        await lostMeanwhile;
        const why = await refusal(tx.execute(sql`insert into things values ('late')`));
        late.resolve(why);
        throw why;
      }),
    );
    await ready;
    await database.db.execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction'`);
    expect(isDatabaseAway(await first)).toBe(true);
    await one.db.transaction(async (tx) => {
      await tx.execute(sql`insert into things values ('whole')`);
      goOn();
      expect(isDatabaseAway(await late.promise)).toBe(true);
      await sleep(50);
      await tx.execute(sql`insert into things values ('and done')`);
    });
    const rows = await database.db.execute<{ name: string }>(
      sql`select name from things order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(["and done", "whole"]);
  } finally {
    await one.close();
  }
});
